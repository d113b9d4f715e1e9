package speech

import (
	"strings"

	"gainsay"
	"gainsay/nlp"
	"gainsay/nlp/lexicon"
)

// outletsOf finds the names that the document itself shows to be outlets', so that a paper nobody has heard of is known
// for one: by the noun before or after ("the daily Courant", "the Courant, a weekly"), by a citation ("(Courant, June
// 16)") or by an issue ("the June 16 Courant", "the May issue of the Courant").
func outletsOf(d *nlp.Doc) map[string]bool {
	out := map[string]bool{}
	for _, n := range d.Names {
		if cited(d, n) || called(d, n) || dated(d, n) {
			out[strings.ToLower(d.Words(nlp.Range{First: n.First, Last: n.Last}))] = true
		}
	}
	return out
}

// cited tells whether n stands in brackets before a date: "(Courant, June 16; NordPress, June 17)".
func cited(d *nlp.Doc, n nlp.Name) bool {
	before := n.First - 1
	if before >= 0 && strings.EqualFold(d.Word(before), "the") {
		before--
	}
	if before < 0 || n.Last+2 >= len(d.Tokens) || d.Word(n.Last) != "," {
		return false
	}
	open := d.Word(before)
	return (open == "(" || open == ";") && month(d.Word(n.Last+1)) && number(d.Word(n.Last+2))
}

// called tells whether a noun for an outlet stands right before n or in apposition after it.
func called(d *nlp.Doc, n nlp.Name) bool {
	outlet := func(i int) bool {
		return i >= 0 && i < len(d.Tokens) && strings.HasPrefix(d.Tokens[i].Tag, "NN") && lexicon.Noun("", d.Tokens[i].Lemma) == lexicon.Outlet
	}
	// "the daily Kurier", be the tags right or wrong
	if i := n.First - 1; i > 0 && strings.EqualFold(d.Word(i-1), "the") && lexicon.Noun("", d.Word(i)) == lexicon.Outlet && d.Tokens[n.First].Gap == nlp.GapSpace {
		return true
	}
	if n.Kind == gainsay.Person {
		return false
	}
	if i := n.First - 1; outlet(i) && d.Tokens[i].Gap != nlp.GapParagraph && d.Tokens[n.First].Gap == nlp.GapSpace {
		return true
	}
	if n.Last+2 >= len(d.Tokens) || d.Word(n.Last) != "," {
		return false
	}
	switch strings.ToLower(d.Word(n.Last + 1)) {
	case "a", "an", "the":
		for i := n.Last + 2; i < min(n.Last+6, len(d.Tokens)); i++ {
			if outlet(i) {
				return true
			}
			if t := d.Tokens[i].Tag; !strings.HasPrefix(t, "JJ") && !strings.HasPrefix(t, "NN") {
				break
			}
		}
	}
	return false
}

// dated tells whether n is named by its issue.
func dated(d *nlp.Doc, n nlp.Name) bool {
	i := n.First - 1
	if i >= 1 && number(d.Word(i)) && month(d.Word(i-1)) {
		return true // "the June 16 Courant"
	}
	for ; i > 0 && i > n.First-3; i-- {
		switch strings.ToLower(d.Word(i)) {
		case "the", "of":
		case "issue", "edition":
			return true
		default:
			return false
		}
	}
	return i > 0 && (d.Tokens[i].Lemma == "issue" || d.Tokens[i].Lemma == "edition")
}

func month(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

func number(w string) bool { return len(w) > 0 && len(w) < 3 && w[0] >= '0' && w[0] <= '9' }
