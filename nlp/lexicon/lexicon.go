// Package lexicon knows classes of English words that several stages ask for: what kind of thing a common noun such as
// "spokesman", "ministry" or "newspaper" stands for, which names are outlets', what a given name or a title tells of a
// person. The words are plain text files beside the code, written by hand; the program reads them once, when first
// asked. Nothing here looks at a sentence: package nlp/coref and package speech do.
package lexicon

import (
	_ "embed" // the word lists
	"strings"
	"sync"
)

// Class is what a common noun stands for.
type Class uint8

// The classes of nouns.txt. Thing is every other noun.
const (
	Thing        Class = iota
	Person             // one human being: "spokesman", "senator"
	Head               // head of a state or government: "president"
	Group              // people together, loosely: "crowd", "family"
	Organisation       // a body that speaks as one: "ministry", "court"
	Outlet             // newspaper, agency, station: "daily"
	Document           // what is written or counted: "report", "poll"
	Country            // a state: "nation"
	Withheld           // names kept back: "source"
	Quantity           // a share or number of people: "percent"
)

var classNames = map[string]Class{
	"person": Person, "head": Head, "group": Group, "organisation": Organisation, "outlet": Outlet,
	"document": Document, "country": Country, "withheld": Withheld, "quantity": Quantity,
}

// Noun is the class of a noun by its lemma, in any case; modifier, which may be empty, is the word before it and decides
// where the pair is known ("news agency"). Unknown nouns that end as names of occupations and followers do are persons.
func Noun(modifier, lemma string) Class {
	w := load()
	lemma = strings.ToLower(lemma)
	if modifier != "" {
		if c, ok := w.nouns[strings.ToLower(modifier)+" "+lemma]; ok {
			return c
		}
	}
	if c, ok := w.nouns[lemma]; ok {
		return c
	}
	// "vice-president", "ex-spy", "co-sponsor": the last part decides.
	if i := strings.LastIndexByte(lemma, '-'); i >= 0 && i+1 < len(lemma) {
		if c, ok := w.nouns[lemma[i+1:]]; ok {
			if c == Head {
				return Person
			}
			return c
		}
	}
	for _, suffix := range personSuffixes {
		if len(lemma) > len(suffix)+2 && strings.HasSuffix(lemma, suffix) {
			return Person
		}
	}
	return Thing
}

// personSuffixes end nouns of persons and hardly any others. "-er" and "-or" are not among them: "computer", "factor".
var personSuffixes = []string{"ologist", "woman", "man", "person", "crat", "ographer", "keeper", "smith", "ician"}

// Known tells whether nouns.txt has the noun.
func Known(lemma string) bool {
	_, ok := load().nouns[strings.ToLower(lemma)]
	return ok
}

// Gender is what a word tells of a person's.
type Gender uint8

// Unknown is for names and words that tell nothing.
const (
	Unknown Gender = iota
	Male
	Female
)

// GivenName is the gender that a given name tells, Unknown for names borne by both and names not listed.
func GivenName(word string) Gender { return load().given[strings.ToLower(word)] }

// NounGender is the gender that a noun, pronoun or title tells: "spokeswoman", "her", "Mr.".
func NounGender(word string) Gender { return load().gender[strings.ToLower(word)] }

// Title is the noun for a title before a name, lower case: "senator" for "Sen.". A courtesy title ("Mr.") gives "",
// true; a word that is no listed title gives "", false.
func Title(word string) (noun string, ok bool) {
	noun, ok = load().titles[strings.ToLower(word)]
	return noun, ok
}

// IsOutlet tells whether a proper name, with or without "the", is that of a newspaper, agency, station or programme, by
// the list or by the form of the name.
func IsOutlet(name string) bool {
	w := load()
	low := strings.ToLower(name)
	if w.outlets[low] {
		return true
	}
	low = strings.TrimPrefix(low, "the ")
	if w.outlets[low] || w.last[low] {
		return true
	}
	if i := strings.IndexByte(low, ' '); i > 0 && (w.first[low[:i]] || strings.HasPrefix(low, "voice of ")) {
		return true
	}
	for rest, i := low, 0; i >= 0; rest = rest[i+1:] {
		if i = strings.IndexByte(rest, ' '); i >= 0 && w.last[rest[i+1:]] {
			return true
		}
	}
	return strings.HasSuffix(low, ".com") || strings.HasSuffix(low, ".org")
}

//go:embed nouns.txt
var nounsText string

//go:embed people.txt
var peopleText string

//go:embed outlets.txt
var outletsText string

type words struct {
	nouns       map[string]Class
	given       map[string]Gender
	gender      map[string]Gender
	titles      map[string]string
	outlets     map[string]bool
	first, last map[string]bool
}

// load reads the embedded lists. A list that does not parse is a defect of the program, so load panics; a test reads
// each list and names its line.
var load = sync.OnceValue(func() *words {
	w, err := parse(nounsText, peopleText, outletsText)
	if err != nil {
		panic("lexicon: " + err.Error())
	}
	return w
})
