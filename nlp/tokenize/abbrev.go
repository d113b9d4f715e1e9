package tokenize

import "gainsay/nlp"

// kind is what sort of abbreviation a word is, which decides whether its stop can end a sentence too.
type kind uint8

const (
	none   kind = iota
	title       // Mr., Sen., St.: a name follows, so the sentence goes on
	month       // Jan., Tues.: a number mostly follows
	number      // No. 5, pp. 3-4: an abbreviation before a number only
	place       // Calif., Pa.: can end a sentence
	tail        // Inc., Jr., etc.: can end a sentence
	inner       // vs., e.g.: does not end a sentence
)

// abbreviations are keyed as they are written with a capital where they need one; a key in lower case serves any case.
var abbreviations = func() map[string]kind {
	m := map[string]kind{}
	for k, words := range map[kind]string{
		title: `Mr Mrs Ms Mx Messrs Mmes Mlle Mme Dr Drs Prof Rev Fr Hon Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt
			Cmdr Cdr Adm Sgt Cpl Pvt Pfc Pres Supt Det Insp St Ste Ft Mt Amb Atty Asst Dep Sec Treas Msgr Pte Brig Comdr
			Lieut Spc Ens Chmn Sr. Ald Cllr Jos Wm Chas Geo`,
		month:  `Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun`,
		number: `no nos vol vols p pp ch chap fig figs art sec para eq ver pt ca c cir ext tel par app ex`,
		place: `Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb
			Nebr Nev Okla Ore Pa Penn Penna Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Sask Dak`,
		tail: `Inc Corp Co Cos Ltd Bros Jr Sr Esq etc Assn Dept Univ Ave Blvd Rd Hwy Pkwy Bldg Ph.D Ed.D M.D Ltda
			Llc Plc Pty Mfg Intl Natl Govt Inst Ret al Cie Bhd Pvt approx est mph kph sq ft lb lbs oz hr hrs min
			Ed Eds ed eds Tr Phil Rev`,
		inner: `vs v viz cf eg ie i.e e.g resp incl excl aka a.k.a w.r.t cit ibid`,
	} {
		for w := range set(words) {
			m[w] = k
		}
	}
	return m
}()

const longestAbbreviation = 6

// lookup is the kind of the abbreviation w, written without its last stop. The key's own capitals are needed ("Miss."
// but not "miss."); a word in capitals or with a first capital may stand for one in lower case.
func lookup(w string) kind {
	if len(w) == 0 || len(w) > longestAbbreviation || w[0] >= 0x80 {
		return none
	}
	if k := abbreviations[w]; k != none {
		return k
	}
	var low [longestAbbreviation]byte
	changed := false
	for i := range len(w) {
		low[i] = w[i]
		if w[i] >= 'A' && w[i] <= 'Z' {
			low[i] |= 0x20
			changed = true
		}
	}
	if changed {
		if k := abbreviations[string(low[:len(w)])]; k != none {
			return k
		}
		if allUpper(w) && len(w) > 1 {
			low[0] -= 0x20
			if k := abbreviations[string(low[:len(w)])]; k == title || k == month {
				return k // "SEN. SMITH", "DEC. 4", "ST. LOUIS"
			}
		}
	}
	return none
}

// mayBeWord are abbreviations spelt as words or names are. They need a hint that follows.
var mayBeWord = set(`Jan Mar Jun Sat Sun Mon Wed Fri Cal Del Ill Ind La Mass Miss Mo Ore Pa Penn Wash Ark Ed ed eds al min
	ft Ave Co Inst Sec Det Mont Ret est hr app Col Fr Gen Hon Dep Pres Rev Que Phil Tr sq Tex Va Md Ga`)

// keeps tells whether the stop at i belongs to the word whose last part begins at seg.
func (s *scanner) keeps(seg, i int) bool {
	text := s.text
	w := text[seg:i]
	if len(w) > 24 {
		return false
	}
	if single(text, seg, i) {
		if hasStop(w) {
			return true // U.S., p.m.
		}
		return s.initial(seg, i)
	}
	if degreeStop(w) {
		return true
	}
	k := lookup(w)
	switch {
	case k == none:
		// "1." before an item of a list
		if s.gap == nlp.GapParagraph && seg == s.pos && i-seg <= 6 && itemNumber(w) {
			c, _, _ := at(text, i+1)
			return c == space
		}
		// A stop before a comma cannot end a sentence: "approx.,".
		return i+1 < len(text) && text[i+1] == ',' && !digitsOnly(w)
	case k == number:
		return digitFollows(text, i+1)
	case !mayBeWord[w]:
		return true
	}
	c, r := follows(text, i+1)
	switch k {
	case month:
		return c == digit || r == ','
	case title:
		return c == upper
	case place:
		return r == ',' || r == ')' || s.afterComma(seg)
	}
	return c != upper || !starterAt(text, i+1)
}

// itemNumber tells whether w is digits and the stops between them: "1", "2.1".
func itemNumber(w string) bool {
	for i := range len(w) {
		if (w[i] < '0' || w[i] > '9') && w[i] != '.' {
			return false
		}
	}
	return len(w) <= 3 || hasStop(w)
}

// initial tells whether the single letter at seg is somebody's initial, or else abbreviated, and not a word: "J.", "v.".
func (s *scanner) initial(seg, i int) bool {
	c, _, _ := at(s.text, seg)
	if c != upper {
		if n := len(s.tokens); n > 0 && seg == s.pos {
			switch w := s.text[s.tokens[n-1].Start]; w {
			case '(', ';':
				return true // "(b. March 2009; m. 1949)"
			}
		}
		k := lookup(s.text[seg:i])
		return k == inner || k == number && digitFollows(s.text, i+1)
	}
	next, _ := follows(s.text, i+1)
	switch {
	case seg > s.pos:
		return next != symbol // "I-V." hardly; "Jean-P."
	case s.gap == nlp.GapParagraph:
		return true // "A. Background"
	case len(s.tokens) == 0:
		return true
	}
	t := s.tokens[len(s.tokens)-1]
	before, _, _ := at(s.text, t.Start)
	if before == upper || next == symbol || next == space {
		return before == upper || s.text[i-1] != 'I'
	}
	// "vitamin C. The dose": a lower-case word before, a sentence after.
	return !starterAt(s.text, i+1)
}

// afterComma tells whether a comma, bracket or hyphen stands before the word: "Canton, Miss.", "(R-Miss.)".
func (s *scanner) afterComma(seg int) bool {
	if seg > s.pos {
		return true
	}
	if len(s.tokens) == 0 {
		return false
	}
	switch t := s.tokens[len(s.tokens)-1]; s.text[t.Start] {
	case ',', '(', '/':
		return true
	}
	return false
}

func hasStop(w string) bool {
	for i := range len(w) {
		if w[i] == '.' {
			return true
		}
	}
	return false
}

// follows is the class and code point of what comes after the gap at i; space where the text ends.
func follows(text string, i int) (class, rune) {
	for {
		c, r, n := at(text, i)
		if n == 0 {
			return space, 0
		}
		if c != space {
			return c, r
		}
		i += n
	}
}

func digitFollows(text string, i int) bool {
	c, _ := follows(text, i)
	return c == digit
}

// starterAt tells whether the word after the gap at i begins a sentence, by its capital and by being a function word.
func starterAt(text string, i int) bool {
	for {
		c, _, n := at(text, i)
		if n == 0 {
			return false
		}
		if c != space {
			break
		}
		i += n
	}
	from := i
	for i < len(text) && text[i] < 0x80 && ascii[text[i]].isLetter() && i-from < 12 {
		i++
	}
	return starters[text[from:i]]
}

// starters are the words that begin sentences and hardly ever names.
var starters = set(`The A An He She It They We You I This That These Those There Here His Her Its Their Our My Your
	In On At By For From To With Of As If When While Where After Before Since Until Although Though Because But And Or
	So Yet Then Now Not No Nor Who What Why How Which Whether Some Many Most All Both Each Every Few Several Other
	Another Such One Two Three However Meanwhile Also Still Instead Perhaps Maybe Once Even Only Just According Under
	Over Among Between During Despite Without Within Through Like Is Are Was Were Do Does Did Has Have Had Can Could
	Will Would Should May Might Must Let Its More Much Nearly Almost About Asked`)

// degreeStop tells whether w is a degree without its last stop: "Ph.D", "M.Sc".
func degreeStop(w string) bool {
	switch w {
	case "Ph.D", "PhD", "Ed.D", "M.Sc", "B.Sc", "D.Phil", "M.Phil", "Psy.D", "Pharm.D", "Litt.D", "D.Sc", "M.Ed", "B.Ed":
		return w != "PhD"
	}
	return false
}

// degreeEnd is the end, without its last stop, of the degree whose first part is text[seg:i]; 0 if it is none.
func degreeEnd(text string, seg, i int) int {
	end := i + 1
	for end < len(text) && text[end] < 0x80 && ascii[text[end]].isLetter() && end-i < 6 {
		end++
	}
	if end-seg <= 7 && degreeStop(text[seg:end]) {
		return end
	}
	return 0
}
