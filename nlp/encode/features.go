package encode

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gainsay/nlp"
)

// The sizes of the hashed tables. Training reads them from the feature files; a weights file of other sizes is refused.
const (
	AffixRows = 8192
	NgramRows = 16384
	ShapeRows = 512
	MaxNgrams = 24
	Affixes   = 7 // prefixes of 1 to 3 code points, suffixes of 1 to 4
)

// Unknown is the row of the word table for forms outside the vocabulary.
const Unknown = 0

// Features are what the network sees of one token's form, as rows of its tables.
type Features struct {
	Word   int32
	Affix  [Affixes]int32
	Ngrams []int32 // 3- and 4-grams of "^form$", at most MaxNgrams
	Shape  int32
}

// Vocabulary numbers the normalised forms that have a row of their own in the word table, from 1 on.
type Vocabulary map[string]int32

// NewVocabulary numbers words in the order given.
func NewVocabulary(words []string) Vocabulary {
	v := make(Vocabulary, len(words))
	for i, w := range words {
		v[w] = int32(i + 1)
	}
	return v
}

// Form computes the features of a form as it stands in the text.
func (v Vocabulary) Form(form string) Features {
	norm := Normal(form)
	f := Features{Word: v[norm], Shape: int32(hash(3, shape(form)) % ShapeRows)}
	ends := make([]int, 1, 24) // byte offsets of code point boundaries
	for i := 0; i < len(norm); {
		_, n := utf8.DecodeRuneInString(norm[i:])
		i += n
		ends = append(ends, i)
	}
	runes := len(ends) - 1
	for k := 1; k <= 3; k++ {
		f.Affix[k-1] = int32(hash(uint32(10+k), norm[:ends[min(k, runes)]]) % AffixRows)
	}
	for k := 1; k <= 4; k++ {
		f.Affix[2+k] = int32(hash(uint32(20+k), norm[ends[max(runes-k, 0)]:]) % AffixRows)
	}
	f.Ngrams = ngrams(norm)
	return f
}

func ngrams(norm string) []int32 {
	marked := "^" + norm + "$"
	var at [MaxNgrams + 4]int
	n := 0
	for i := range marked {
		if n == len(at) {
			break
		}
		at[n] = i
		n++
	}
	if n < len(at) {
		at[n] = len(marked)
		n++
	}
	out := make([]int32, 0, MaxNgrams)
	for i := 0; i+3 < n && len(out) < MaxNgrams; i++ {
		out = append(out, int32(hash(31, marked[at[i]:at[i+3]])%NgramRows))
		if i+4 < n && len(out) < MaxNgrams {
			out = append(out, int32(hash(32, marked[at[i]:at[i+4]])%NgramRows))
		}
	}
	return out
}

// Normal is the form under which a word is looked up: lower case, every digit 0, typographic marks as their plain
// kin. Opening and closing double quotes stay apart, for they say where a quotation runs.
func Normal(form string) string {
	if mark, ok := plain[form]; ok {
		return mark
	}
	lower := true
	for i := 0; i < len(form); i++ {
		if c := form[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' || c >= '1' && c <= '9' {
			lower = false
			break
		}
	}
	if lower {
		return form
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '’' || r == '‘' || r == 'ʼ':
			return '\''
		case r == '‑' || r == '‐':
			return '-'
		case unicode.IsDigit(r):
			return '0'
		}
		return unicode.ToLower(r)
	}, form)
}

var plain = map[string]string{
	"–": "--", "—": "--", "―": "--", "…": "...", "„": "“", "«": "“", "»": "”", "``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")",
}

// shape maps letters to X and x, digits to d, runs longer than two cut to two: "McCain" is "XxXxx", "F-16" is "X-dd".
func shape(form string) string {
	var b strings.Builder
	var last rune
	run := 0
	for _, r := range form {
		c := r
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = 'd'
		}
		if c == last {
			run++
		} else {
			last, run = c, 1
		}
		if run <= 2 {
			b.WriteRune(c)
		}
		if b.Len() > 16 {
			break
		}
	}
	return b.String()
}

// hash is FNV-1a over a salt and the bytes of s (Fowler, Noll, Vo; RFC 9923).
func hash(salt uint32, s string) uint32 {
	h := uint32(2166136261)
	h = (h ^ salt) * 16777619
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	h ^= h >> 15
	return h
}

// Contexts is the number of rows of the place table.
const Contexts = 12

// Context is the row of the place table for t.
func Context(t nlp.Token) int32 { return int32(t.Gap)*4 + int32(t.Quote) }
