package corpus

import (
	"strings"

	"gainsay"
	"gainsay/nlp"
)

// relUD2 renames the relations of UD 1 that UD 2 (and English-EWT 2.15) call otherwise; those that depend on their
// surroundings are in toUD2.
var relUD2 = map[string]string{
	"dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "mwe": "fixed",
}

// toUD2 maps CoreNLP's basic dependencies of one sentence from UD 1 to UD 2: renamed labels, obliques told from
// nominal modifiers, coordinators and commas hung on the conjunct that follows them, personal names headed by their
// first word (flat).
func toUD2(d *nlp.Doc, s nlp.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if t.Tag == "TO" && t.Rel == "case" {
			t.Tag = "IN"
		}
		if r, ok := relUD2[t.Rel]; ok {
			t.Rel = r
		}
		switch t.Rel {
		case "neg":
			t.Rel = "advmod"
			if t.Tag == "DT" {
				t.Rel = "det"
			}
		case "nmod":
			if predicate(d, t.Head) {
				t.Rel = "obl"
				if agent(d, s, i) {
					t.Rel = "obl:agent"
				}
			}
		case "nmod:tmod", "nmod:npmod":
			t.Rel = "nmod:unmarked"
			if predicate(d, t.Head) {
				t.Rel = "obl:unmarked"
			}
		}
	}
	coordination(d, s)
	for _, n := range d.Names {
		if n.Kind == gainsay.Person && n.First >= s.First && n.Last <= s.Last {
			flat(d, s, n)
		}
	}
}

func predicate(d *nlp.Doc, i int) bool {
	if i < 0 {
		return false
	}
	tag := d.Tokens[i].Tag
	return strings.HasPrefix(tag, "VB") || strings.HasPrefix(tag, "JJ") || strings.HasPrefix(tag, "RB")
}

// agent tells whether token i is the "by" phrase of a passive.
func agent(d *nlp.Doc, s nlp.Sentence, i int) bool {
	by, passive := false, false
	for j := s.First; j < s.Last; j++ {
		by = by || d.Tokens[j].Head == i && d.Tokens[j].Rel == "case" && strings.EqualFold(d.Word(j), "by")
		passive = passive || d.Tokens[j].Head == d.Tokens[i].Head && (d.Tokens[j].Rel == "aux:pass" || d.Tokens[j].Rel == "auxpass")
	}
	return by && (passive || d.Tokens[d.Tokens[i].Head].Tag == "VBN")
}

// coordination hangs each coordinator and comma on the next conjunct of the same head.
func coordination(d *nlp.Doc, s nlp.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if t.Head < 0 || t.Head > i || t.Rel != "cc" && !(t.Rel == "punct" && (d.Word(i) == "," || d.Word(i) == ";")) {
			continue
		}
		for j := i + 1; j < s.Last; j++ {
			if d.Tokens[j].Head != t.Head {
				continue
			}
			if d.Tokens[j].Rel == "conj" {
				t.Head = j
				break
			}
			if t.Rel == "punct" && d.Tokens[j].Rel != "cc" {
				break
			}
		}
	}
}

// flat makes the first word of a personal name its head: CoreNLP hangs "Hillary" on "Clinton" as a compound, UD 2 hangs
// "Clinton" on "Hillary" as flat.
func flat(d *nlp.Doc, s nlp.Sentence, n nlp.Name) {
	old := n.Last - 1
	for i := n.First; i < old; i++ {
		if d.Tokens[i].Head != old || d.Tokens[i].Rel != "compound" || !strings.HasPrefix(d.Tokens[i].Tag, "NNP") {
			return
		}
	}
	if n.Last-n.First < 2 || !strings.HasPrefix(d.Tokens[old].Tag, "NNP") {
		return
	}
	d.Tokens[n.First].Head, d.Tokens[n.First].Rel = d.Tokens[old].Head, d.Tokens[old].Rel
	for i := s.First; i < s.Last; i++ {
		if d.Tokens[i].Head == old {
			d.Tokens[i].Head = n.First
		}
	}
	d.Tokens[n.First].Head, d.Tokens[n.First].Rel = d.Tokens[old].Head, d.Tokens[old].Rel
	for i := n.First + 1; i < n.Last; i++ {
		d.Tokens[i].Head, d.Tokens[i].Rel = n.First, "flat"
	}
	// "President Barack Obama": a title is a description of the name.
	for i := s.First; i < n.First; i++ {
		if d.Tokens[i].Head == n.First && d.Tokens[i].Rel == "compound" {
			d.Tokens[i].Rel = "nmod:desc"
		}
	}
}
