package tag

import "strings"

// verb is the infinitive of the verb w.
func verb(w, tag string) string {
	if l, ok := auxiliaries[w]; ok {
		switch {
		case w == "'d" && tag != "MD":
			return "have"
		case w == "'s" && tag != "VBZ":
		default:
			return l
		}
	}
	switch tag {
	case "VBD", "VBN":
		return past(w)
	case "VBG":
		return gerund(w)
	case "VBZ":
		return third(w)
	}
	return w
}

var auxiliaries = map[string]string{
	"am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "'m": "be", "'re": "be", "'s": "be",
	"ai": "be", "has": "have", "had": "have", "having": "have", "'ve": "have", "does": "do", "did": "do", "done": "do",
	"doing": "do", "'ll": "will", "'d": "would", "wo": "will", "ca": "can", "sha": "shall", "gon": "go", "wan": "want", "gim": "give",
	"lem": "let", "ve": "have", "ll": "will", "s": "be", "`s": "be", "m": "be", "r": "be", "re": "be",
}

// prefixes stand before irregular verbs: overtake, withdraw, mislead.
var prefixes = []string{"over", "under", "re", "un", "mis", "out", "fore", "with", "up", "pre", "inter", "be", "for", "co-", "re-"}

func past(w string) string {
	if l, ok := irregular[w]; ok {
		return l
	}
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(w, p); ok {
			if l, ok := irregular[rest]; ok {
				if l == rest {
					return w
				}
				return p + l
			}
		}
	}
	switch {
	case len(w) < 4 || !strings.HasSuffix(w, "ed"):
		if n := len(w); n > 3 && (strings.HasSuffix(w, "'d") || strings.HasSuffix(w, "’d")) {
			return strings.TrimRight(w[:n-1], "'’") // "OK'd"
		}
		return w
	case strings.HasSuffix(w, "eed"):
		if len(w) == 4 {
			return w
		}
		return w[:len(w)-1] // agreed, freed
	case strings.HasSuffix(w, "ied"):
		if len(w) == 4 || iePast[w] {
			return w[:len(w)-1] // died
		}
		return w[:len(w)-3] + "y"
	}
	stem := w[:len(w)-2]
	switch n, e := infinitive(stem); {
	case e:
		return w[:len(w)-1]
	default:
		return stem[:n]
	}
}

var iePast = set("belied untied retied stymied")

func gerund(w string) string {
	if l, ok := gerunds[w]; ok {
		return l
	}
	if strings.HasSuffix(w, "in'") {
		w = w[:len(w)-1] + "g" // sayin'
	}
	if len(w) < 5 || !strings.HasSuffix(w, "ing") {
		return w
	}
	stem := w[:len(w)-3]
	n, e := infinitive(stem)
	if e {
		return stem + "e"
	}
	return stem[:n]
}

var gerunds = map[string]string{
	"dying": "die", "lying": "lie", "tying": "tie", "vying": "vie", "underlying": "underlie", "belying": "belie", "untying": "untie",
	"going": "go", "eyeing": "eye", "dyeing": "dye", "singeing": "singe", "ageing": "age", "whingeing": "whinge",
	"bring": "bring", "king": "king",
}

func third(w string) string {
	n := len(w)
	if n < 3 || w[n-1] != 's' || w[n-2] == 's' {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies"):
		if n == 4 || w == "belies" || w == "unties" || w == "underlies" {
			return w[:n-1]
		}
		return w[:n-3] + "y"
	case w == "quizzes":
		return "quiz"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"),
		strings.HasSuffix(w, "oes") && n > 3 && w != "canoes" && w != "shoes" && w != "hoes" && w != "toes",
		strings.HasSuffix(w, "tzes"), strings.HasSuffix(w, "ches") && w != "aches" && w != "caches":
		return w[:n-2]
	case w == "focuses" || w == "buses" || w == "caucuses" || w == "biases" || w == "gases":
		return w[:n-2]
	}
	return w[:n-1]
}

// infinitive undoes what an ending does to a verb: stem is the form without "ed" or "ing". The infinitive is the first n
// bytes of stem, and an e after them where e says so.
func infinitive(stem string) (n int, e bool) {
	n = len(stem)
	if n < 2 {
		return n, stem == "u" // used; going
	}
	if silent[stem] {
		return n, true
	}
	if bare[stem] {
		return n, false
	}
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(stem, p); ok && len(rest) > 3 {
			if silent[rest] {
				return n, true
			}
			if bare[rest] {
				return n, false
			}
		}
	}
	last, before := stem[n-1], stem[n-2]
	if last == 'k' && before == 'c' && kept[stem] {
		return n - 1, false
	}
	if last == before && !isVowel(stem, n-1) {
		return doubled(stem), false
	}
	if isVowel(stem, n-1) {
		switch last {
		case 'u', 'e': // argued, but agreeing
			return n, last == 'u' || !isVowel(stem, n-2) && n > 3
		}
		return n, false
	}
	if !isVowel(stem, n-2) {
		return n, afterConsonant(stem)
	}
	if last == 'v' || last == 'c' || last == 'z' || last == 's' {
		return n, true
	}
	if n >= 3 && isVowel(stem, n-3) && before != 'y' {
		return n, afterTwoVowels(stem)
	}
	return n, afterVowel(stem)
}

// single are stems whose infinitive ends in one l, in spite of their look.
var single = set("controll patroll dispell comptroll")

// kept are the stems of verbs in c, which takes a k before an ending.
var kept = set("panick traffick mimick picnick frolick politick bivouack shellack havock")

// doubled is the length of the infinitive whose stem ends in a double consonant: planned, controlled, but called, passed.
func doubled(stem string) int {
	n := len(stem)
	switch stem[n-1] {
	case 's', 'f', 'z':
		if stem == "quizz" || stem == "gass" || stem == "whizz" || stem == "focuss" || stem == "buss" {
			return n - 1
		}
		return n
	case 'l':
		if n > 3 && isVowel(stem, n-3) && isVowel(stem, n-4) {
			return n - 1 // fuelled
		}
		if syllables(stem) == 1 {
			return n
		}
		for _, end := range []string{"roll", "ball", "call", "fill", "sell", "tell", "wall", "spell", "stall", "pull"} {
			if strings.HasSuffix(stem, end) && !single[stem] {
				return n // bankrolled, stonewalled
			}
		}
	}
	return n - 1
}

// afterConsonant tells whether an e follows a stem that ends in two consonants.
func afterConsonant(stem string) bool {
	n := len(stem)
	last, before := stem[n-1], stem[n-2]
	switch last {
	case 'v', 'z':
		return before != 't'
	case 'c', 's':
		return true // forced, endorsed
	case 'u':
		return true
	case 'g':
		switch before {
		case 'n':
			// changed, challenged, lunged; but hanged, belonged, brings
			return n > 2 && stem[n-3] != 'o' && stem[n-3] != 'i'
		case 'd', 'r', 'l':
			return true
		}
	case 'l':
		return before != 'r' && before != 'w' && before != 'l'
	case 'r':
		return before == 't' || before == 'c' || before == 'b' || before == 'g' // centred
	}
	return false
}

// afterTwoVowels tells whether an e follows a stem that ends in two vowels and a consonant.
func afterTwoVowels(stem string) bool {
	n := len(stem)
	a, b, last := stem[n-3], stem[n-2], stem[n-1]
	switch {
	case a == 'i' && b == 'a' && last == 't', a == 'u' && b == 'a' && (last == 't' || last == 'd'):
		return true // initiated, evaluated, persuaded
	case last == 'g':
		return a == 'i' || a == 'a' && b == 'u' // besieged
	case a == 'i' && b == 'r', a == 'u' && b == 'i' && last == 'd':
		return true // guided
	case a == 'i' && b == 'e' && last == 'g':
		return true
	}
	return false
}

// afterVowel tells whether an e follows a stem that ends in one vowel and one consonant. Without an e a word of one
// syllable would double the consonant; a longer word that is stressed elsewhere does not.
func afterVowel(stem string) bool {
	n := len(stem)
	vowel, last := stem[n-2], stem[n-1]
	one := syllables(stem) == 1
	switch last {
	case 'w', 'x', 'y', 'h', 'j':
		return false
	case 'g', 'k', 'b', 'm', 'd', 'q':
		return true
	case 'r':
		switch vowel {
		case 'e':
			return one && n < 4
		case 'o':
			return one
		}
		return true
	case 'l':
		switch vowel {
		case 'e':
			return false
		case 'a', 'u':
			return one || vowel == 'u'
		}
		return true
	case 'n':
		switch vowel {
		case 'i', 'u':
			return true
		}
		return one && vowel != 'e'
	case 't':
		switch vowel {
		case 'a', 'u':
			return true
		case 'o':
			return true
		}
		return one
	case 'p':
		return one || vowel == 'a' || vowel == 'y'
	case 'f':
		return true
	}
	return false
}

// isVowel tells whether the letter at i is a vowel. The u of "qu" is none, and y is one behind a consonant.
func isVowel(w string, i int) bool {
	switch w[i] {
	case 'a', 'e', 'i', 'o':
		return true
	case 'u':
		return i == 0 || w[i-1] != 'q'
	case 'y':
		return i > 0 && !isVowel(w, i-1)
	}
	return false
}

// syllables counts the groups of vowels.
func syllables(w string) int {
	n, in := 0, false
	for i := range len(w) {
		v := isVowel(w, i)
		if v && !in {
			n++
		}
		in = v
	}
	return n
}
