package tag

import "strings"

// commonNoun is in lower case; a single letter and a code with a digit in it, such as CO2 or L2, stay as they are.
func commonNoun(form string) string {
	w := lowered(form)
	if l, ok := nouns[w]; ok {
		return l
	}
	if w != form && (len(form) == 1 || strings.ContainsAny(form, "0123456789") && !strings.Contains(form, ".")) {
		return form
	}
	return w
}

var nouns = map[string]string{
	"pm": "p.m.", "am": "a.m.", "p.m": "p.m.", "a.m": "a.m.", "tv": "TV", "t.v.": "TV", "dna": "DNA", "phd": "PhD", "ph.d.": "Ph.D.",
}

// commonPlural is the singular of a common noun.
func commonPlural(form string) string {
	if n := len(form); n > 2 && form[n-1] == 's' && form[n-2] >= 'A' && form[n-2] <= 'Z' {
		return form[:n-1] // CDs, MPs
	}
	return singular(lowered(form))
}

// properPlural is the singular of a name in the plural, its capitals kept: Republicans, United Nations.
func properPlural(form string) string {
	w := lowered(form)
	if w == form || len(w) != len(form) || allUpper(form) {
		return form
	}
	l := singular(w)
	if n := len(l); n <= len(form) && w[:n] == l {
		return form[:n]
	}
	return form[:1] + l[min(1, len(l)):]
}

// singular is the singular of w.
func singular(w string) string {
	if l, ok := plurals[w]; ok {
		return l
	}
	n := len(w)
	if n < 3 || w[n-1] != 's' || w[n-2] == 's' || invariable[w] {
		if strings.HasSuffix(w, "men") && n > 4 {
			return w[:n-2] + "an"
		}
		if rest, ok := strings.CutSuffix(w, "children"); ok {
			return w[:len(rest)+5]
		}
		return w
	}
	if i := strings.LastIndexByte(w, '-'); i > 0 && n-i > 3 {
		if w[i+1] >= '0' && w[i+1] <= '9' {
			return w // the mid-1980s
		}
		if l, ok := plurals[w[i+1:]]; ok {
			return w[:i+1] + l // police-women
		}
	}
	switch {
	case w[0] >= '0' && w[0] <= '9', w[0] == '\'':
		if rest, ok := strings.CutSuffix(w, "'s"); ok {
			return rest + "s" // the 1990's
		}
		if w[n-2] >= '0' && w[n-2] <= '9' {
			return w // the 1990s
		}
		return w[:n-1]
	case strings.HasSuffix(w, "'s"):
		return w[:n-2]
	case strings.HasSuffix(w, "ies"):
		if n <= 4 || ieNouns[w] {
			return w[:n-1]
		}
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "ves"):
		return w[:n-1]
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"),
		strings.HasSuffix(w, "tzes"):
		return w[:n-2]
	case strings.HasSuffix(w, "ches"):
		if cheNouns[w] || strings.HasSuffix(w, "aches") && (strings.HasSuffix(w, "daches") || strings.HasSuffix(w, "thaches")) {
			return w[:n-1]
		}
		return w[:n-2]
	case strings.HasSuffix(w, "oes"):
		if oeNouns[w] {
			return w[:n-1]
		}
		return w[:n-2]
	case strings.HasSuffix(w, "uses"):
		// causes, houses, uses; but viruses, campuses
		if strings.HasSuffix(w, "auses") || strings.HasSuffix(w, "ouses") || useNouns[w] {
			return w[:n-1]
		}
		return w[:n-2]
	}
	return w[:n-1]
}

// comparison is the positive of the comparative or superlative w.
func comparison(w, tag string) string {
	adverb := tag[0] == 'R'
	switch w {
	case "better", "best":
		if adverb {
			return "well"
		}
		return "good"
	case "worse":
		if adverb {
			return "badly"
		}
		return "bad"
	}
	if w == "further" && !adverb {
		return w
	}
	if l, ok := comparisons[w]; ok {
		return l
	}
	n := len(w)
	end := 2
	switch {
	case strings.HasSuffix(w, "est") && tag[2] == 'S':
		end = 3
	case strings.HasSuffix(w, "er") && tag[2] == 'R':
	default:
		return w
	}
	if n-end < 2 {
		return w
	}
	stem := w[:n-end]
	switch last := stem[len(stem)-1]; {
	case last == 'i':
		return stem[:len(stem)-1] + "y"
	case last == 'g' && stem[len(stem)-2] == 'n':
		return stem // younger, stronger; "strange" is in the table
	case last == 'e', silent[stem] || strings.HasSuffix(stem, "rg"):
		return w[:len(stem)+1]
	case last == stem[len(stem)-2] && !isVowel(stem, len(stem)-1):
		if last == 'l' || last == 's' || last == 'f' {
			return stem // taller, grosser
		}
		return stem[:len(stem)-1]
	case bare[stem], (last == 't' || last == 'r' || last == 'd' || last == 'n') && syllables(stem) > 1 && (stem[len(stem)-2] == 'e' || stem[len(stem)-2] == 'o'):
		return stem // quieter, cleverer
	}
	if m, e := infinitive(stem); e {
		return w[:m+1]
	}
	return stem
}
