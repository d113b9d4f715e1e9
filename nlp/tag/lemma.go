package tag

import "strings"

// Lemma is the dictionary form of a word with the Penn tag, by the conventions of UD English (EWT and GUM): in lower
// case except proper names and what is always written with a capital, n't as "not", 's as "be" where it is a verb and as
// "'s" where it is possessive, plurals in the singular, verbs in the infinitive, comparatives in the positive. It is rule
// with tables of exceptions, not a dictionary: an unknown word comes out by rule. Nothing is allocated where the form is
// its own lemma.
func Lemma(form, tag string) string {
	if form == "" || len(form) > 1 && (form[0] == '@' || form[0] == '#') {
		return form // a handle or a tag is a name
	}
	switch tag {
	case "NNP":
		return properName(form)
	case "NNPS":
		return properPlural(form)
	case "NN":
		return commonNoun(form)
	case "NNS":
		return commonPlural(form)
	case "VB", "VBP", "VBD", "VBN", "VBG", "VBZ", "MD":
		return verb(straight(lowered(form)), tag)
	case "JJ":
		return adjective(form)
	case "JJR", "JJS", "RBR", "RBS":
		return comparison(lowered(form), tag)
	case "CD":
		return numeral(form)
	case "POS":
		return "'s"
	case "FW", "ADD", "NFP", "LS", "GW", "XX":
		if form == "etc" {
			return "etc."
		}
		return form
	case "``", "''", ",", ":", ".", "SYM", "HYPH", "-LRB-", "-RRB-", "$":
		return punctuation(form, tag)
	}
	w := straight(lowered(form))
	if l, ok := closedClass[key{tag, w}]; ok {
		return l
	}
	return w
}

type key struct{ tag, word string }

// closedClass are pronouns, determiners and the like whose lemma is another word.
var closedClass = map[key]string{
	{"PRP", "i"}: "I", {"PRP", "me"}: "I", {"PRP", "him"}: "he", {"PRP", "her"}: "she", {"PRP", "us"}: "we",
	{"PRP", "them"}: "they", {"PRP", "'em"}: "they", {"PRP", "em"}: "they", {"PRP", "'s"}: "we", {"PRP", "u"}: "you",
	{"PRP", "y'"}: "you", {"PRP", "ya"}: "you", {"PRP", "'t"}: "it",
	{"PRP", "mine"}: "my", {"PRP", "yours"}: "your", {"PRP", "hers"}: "her", {"PRP", "ours"}: "our", {"PRP", "theirs"}: "their",
	{"DT", "an"}: "a", {"DT", "these"}: "this", {"DT", "those"}: "that",
	{"RB", "n't"}: "not", {"RB", "nt"}: "not", {"RB", "asap"}: "ASAP", {"RB", "aka"}: "a.k.a.",
	{"TO", "na"}: "to", {"TO", "ta"}: "to",
	{"IN", "vs"}: "versus", {"IN", "'til"}: "till", {"IN", "til"}: "till",
	{"IN", "thru"}: "through", {"IN", "'cause"}: "because", {"IN", "w/"}: "with", {"IN", "w/o"}: "without", {"IN", "o'"}: "of",
	{"CC", "'n'"}: "and", {"CC", "n'"}: "and", {"CC", "'n"}: "and",
}

// lowered is w in lower case.
func lowered(w string) string { return strings.ToLower(w) }

// straight turns a curly apostrophe at the beginning or within a contraction into a straight one: ’s, n’t.
func straight(w string) string {
	if len(w) > 9 || !strings.Contains(w, "’") {
		return w
	}
	switch w {
	case "’s":
		return "'s"
	case "n’t":
		return "n't"
	case "’re":
		return "'re"
	case "’ve":
		return "'ve"
	case "’ll":
		return "'ll"
	case "’d":
		return "'d"
	case "’m":
		return "'m"
	}
	return strings.Replace(w, "’", "'", 1)
}

// properName is the lemma of a name in the singular: itself. Only the months and days that are cut short with a stop are
// written out.
func properName(form string) string {
	if l, ok := shortNames[form]; ok {
		return l
	}
	return form
}

var shortNames = map[string]string{
	"Jan.": "January", "Feb.": "February", "Mar.": "March", "Apr.": "April", "Jun.": "June", "Jul.": "July", "Aug.": "August",
	"Sept.": "September", "Sep.": "September", "Oct.": "October", "Nov.": "November", "Dec.": "December",
	"Feb": "February", "Sept": "September", "Oct": "October", "Nov": "November", "Dec": "December",
	"Mon.": "Monday", "Tue.": "Tuesday", "Tues.": "Tuesday", "Wed.": "Wednesday", "Thu.": "Thursday", "Thur.": "Thursday",
	"Thurs.": "Thursday", "Fri.": "Friday", "Sat.": "Saturday", "Sun.": "Sunday",
}

// numeral drops the commas of 1,000,000 and keeps Roman numerals.
func numeral(form string) string {
	switch {
	case form[0] >= '0' && form[0] <= '9':
		if strings.IndexByte(form, ',') < 0 {
			return form
		}
		return strings.ReplaceAll(form, ",", "")
	case roman(form):
		return form
	}
	switch w := lowered(form); w {
	case "m", "mn":
		return "million"
	case "bn", "b":
		return "billion"
	case "k":
		return "thousand"
	case "tn":
		return "trillion"
	default:
		return w
	}
}

func roman(w string) bool {
	for i := range len(w) {
		if strings.IndexByte("IVXLCDM", w[i]) < 0 {
			return false
		}
	}
	return len(w) > 1 || w == "I" || w == "V" || w == "X"
}

// punctuation is the plain form of a mark: straight quotation marks, a hyphen for a short dash, and for two where they are no comma.
func punctuation(form, tag string) string {
	switch form {
	case "“", "”", "„", "«", "»":
		return `"`
	case "‘", "’", "‚":
		return "'"
	case "–", "−":
		return "-"
	case "--":
		if tag == ":" {
			return "-"
		}
	case "...":
		if tag == ":" {
			return "…"
		}
	}
	return form
}

// adjective is in lower case unless it is always written with a capital: "American", "pro-Western".
func adjective(form string) string {
	if !hasUpper(form) {
		return lowered(form)
	}
	first, _, compound := strings.Cut(form, "-")
	switch {
	case nationality(form):
		if allUpper(form) {
			return form[:1] + lowered(form[1:])
		}
		return form
	case compound && (!hasUpper(first) || nationality(first) || strings.Contains(first, ".")), len(form) == 1:
		return form // pro-Western, Russian-made, U.S.-led
	}
	return lowered(form)
}

const longestNationality = 16

// nationality tells whether form belongs to a people, a place or a faith. It has a capital.
func nationality(form string) bool {
	if len(form) > longestNationality || !hasUpper(form) {
		return false
	}
	var low [longestNationality]byte
	for i := range len(form) {
		low[i] = form[i]
		if form[i] >= 'A' && form[i] <= 'Z' {
			low[i] |= 0x20
		}
	}
	w := low[:len(form)]
	if nationalities[string(w)] {
		return true
	}
	if n := len(w); n > 5 && (string(w[n-3:]) == "ian" || string(w[n-3:]) == "ese") {
		return !commonAdjectives[string(w)]
	}
	return false
}

// hasUpper tells whether w holds a capital of ASCII.
func hasUpper(w string) bool {
	for i := range len(w) {
		if w[i] >= 'A' && w[i] <= 'Z' {
			return true
		}
	}
	return false
}

// allUpper tells whether w holds no small letter of ASCII.
func allUpper(w string) bool {
	for i := range len(w) {
		if w[i] >= 'a' && w[i] <= 'z' {
			return false
		}
	}
	return true
}
