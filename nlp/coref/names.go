package coref

import (
	"strings"

	"gainsay"
	"gainsay/nlp"
	"gainsay/nlp/lexicon"
)

// resolveName finds the entity that a name stands for: by the same words, by a person's last name, by an organisation's
// short form or initials.
func (r *resolver) resolveName(m *mention) int {
	d := r.doc
	key := r.key(m.Range)
	words := m.Last - m.First
	if e, ok := r.byText[key]; ok && r.compatible(e, m) && (r.entities[e].kind == m.kind || m.kind != gainsay.Person) {
		return e
	}
	if m.kind == gainsay.Person || m.kind != gainsay.Organisation && words == 1 {
		// A bare last name is now and then tagged as a place or what not; a person of that name who was introduced in full
		// decides.
		last := strings.ToLower(d.Word(m.Last - 1))
		if e, ok := r.byLast[last]; ok && r.compatible(e, m) && r.sameGivenName(e, m) {
			return e
		}
		if words == 1 {
			if e, ok := r.byEdge["given "+last]; ok && e >= 0 && r.compatible(e, m) {
				return e
			}
		}
		if m.kind == gainsay.Person {
			return none
		}
	}
	if words == 1 && m.kind != gainsay.Place {
		if e, ok := r.byInit[d.Word(m.First)]; ok && e >= 0 {
			return e
		}
		if e, ok := r.byEdge[key]; ok && e >= 0 && r.compatible(e, m) {
			return e
		}
	}
	// "the Foreign Intelligence Service (SVR)": what stands alone in brackets after a name is its abbreviation.
	if e := r.bracketed(m); e >= 0 {
		return e
	}
	return none
}

// key is a name's words as look-ups compare them.
func (r *resolver) key(g nlp.Range) string {
	d := r.doc
	for g.Last-1 > g.First && d.Tokens[g.Last-1].Tag == "POS" {
		g.Last--
	}
	for g.First+1 < g.Last {
		if _, title := lexicon.Title(d.Word(g.First)); !title && !strings.EqualFold(d.Word(g.First), "the") {
			break
		}
		g.First++
	}
	return strings.ToLower(d.Words(g))
}

// compatible tells whether the name m can be e's: gender, and the class where both are sure.
func (r *resolver) compatible(e int, m *mention) bool {
	x := &r.entities[e]
	if gendersClash(x.gender, m.gender) {
		return false
	}
	return x.kind == m.kind || x.kind != gainsay.Organisation || m.kind != gainsay.Person
}

// sameGivenName refuses "Ann Hale" for an earlier "Jon Hale": where both have words before the last, the first ones have
// to be equal or one the other's initial.
func (r *resolver) sameGivenName(e int, m *mention) bool {
	d, best := r.doc, r.entities[e].best
	if m.Last-m.First < 2 || best.Last-best.First < 2 {
		return true
	}
	a, b := d.Word(m.First), d.Word(best.First)
	if _, title := lexicon.Title(a); title {
		return true
	}
	if strings.EqualFold(a, b) {
		return true
	}
	// "J. Hale", "Jon Hale"; "Mike", "Michael" share their beginning.
	a, b = strings.TrimRight(a, "."), strings.TrimRight(b, ".")
	n := min(len(a), len(b))
	return n > 0 && (n == 1 || n >= 3 && strings.EqualFold(a[:3], b[:3])) && strings.EqualFold(a[:1], b[:1])
}

// bracketed is the entity of the name or phrase right before "(m)".
func (r *resolver) bracketed(m *mention) int {
	d := r.doc
	if m.First < 2 || m.Last >= len(d.Tokens) || d.Word(m.First-1) != "(" || d.Word(m.Last) != ")" {
		return none
	}
	word := d.Word(m.First)
	if m.Last-m.First != 1 || word != strings.ToUpper(word) || len(word) < 2 || len(word) > 8 {
		return none
	}
	for k := len(r.mentions) - 1; k >= 0 && r.mentions[k].Last >= m.First-2; k-- {
		if o := &r.mentions[k]; o.Last == m.First-1 && o.form == name && o.kind != gainsay.Person {
			return o.entity
		}
	}
	return none
}

// learnName files the name under the keys by which it may be met again.
func (r *resolver) learnName(ent *entity, e int, m *mention) {
	d := r.doc
	if ent.kind == "" || ent.best.First >= ent.best.Last {
		ent.kind = m.kind
	}
	if ent.best.First >= ent.best.Last || r.fuller(m.Range, ent.best) {
		ent.best = m.Range
		if m.kind == gainsay.Person {
			ent.kind, ent.animal = m.kind, person
		}
	}
	key := r.key(m.Range)
	r.byText[key] = e
	ent.outlet = ent.outlet || m.kind != gainsay.Person && lexicon.IsOutlet(d.Words(m.Range))
	words := m.Last - m.First
	switch {
	case m.kind == gainsay.Person:
		last := strings.ToLower(d.Word(m.Last - 1))
		if words > 1 {
			r.file("given "+strings.ToLower(d.Word(m.First)), e)
		}
		r.byLast[last] = e
	case m.kind == gainsay.Organisation && words > 1:
		r.file(strings.ToLower(d.Word(m.First)), e)
		r.file(strings.ToLower(d.Word(m.Last-1)), e)
		if in := initials(d, m.Range); len(in) > 1 {
			r.byInit[in] = e
		}
	}
}

// file keeps a short form for an entity; one that two entities share serves neither.
func (r *resolver) file(short string, e int) {
	if old, ok := r.byEdge[short]; ok && old != e {
		e = none
	}
	r.byEdge[short] = e
}

// fuller tells whether a names more fully than b: more words, or as many but longer.
func (r *resolver) fuller(a, b nlp.Range) bool {
	if n, m := a.Last-a.First, b.Last-b.First; n != m {
		return n > m && n <= 6
	}
	return len(r.doc.Words(a)) > len(r.doc.Words(b))+1
}

// initials of the capitalised words of a name: "WTO" for "World Trade Organization".
func initials(d *nlp.Doc, g nlp.Range) string {
	var b strings.Builder
	for i := g.First; i < g.Last; i++ {
		if w := d.Word(i); w[0] >= 'A' && w[0] <= 'Z' {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// titles notes the common nouns right before a person's name as what the person may be called by later: "Russian
// Foreign Minister Ivan Sorokin", "Sen. Ann Hale".
func (r *resolver) titles(m *mention, sent nlp.Sentence) {
	d := r.doc
	from := m.First
	for from > sent.First && m.First-from < 8 {
		t := &d.Tokens[from-1]
		// "Secretary of State John Hale"
		of := t.Tag == "IN" && from-2 >= sent.First && lexicon.Noun("", d.Tokens[from-2].Lemma) == lexicon.Person && strings.EqualFold(d.Word(from-1), "of")
		if !strings.HasPrefix(t.Tag, "NN") && !strings.HasPrefix(t.Tag, "JJ") && t.Tag != "POS" && t.Tag != "HYPH" && !of || t.Quote != d.Tokens[m.First].Quote {
			break
		}
		from--
	}
	for i := from; i < m.First; i++ {
		noun, ok := lexicon.Title(d.Word(i))
		if !ok {
			noun = strings.ToLower(d.Tokens[i].Lemma)
			before := ""
			if i > from {
				before = d.Word(i - 1)
			}
			if c := lexicon.Noun(before, noun); c != lexicon.Person && c != lexicon.Head {
				continue
			}
		}
		if noun == "" {
			continue
		}
		x := role{noun: noun, possessor: none}
		for k := from; k < m.First; k++ {
			if k != i && d.Tokens[k].Tag != "POS" && d.Tokens[k].Tag != "IN" {
				x.modifiers = append(x.modifiers, strings.ToLower(d.Word(k)))
			}
		}
		r.entities[m.entity].learn(x)
		if g := lexicon.NounGender(noun); r.entities[m.entity].gender == lexicon.Unknown {
			r.entities[m.entity].gender = g
		}
	}
}
