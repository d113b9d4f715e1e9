package nlp

// Block is a view of the sentences [first, last) of d as a document of its own, so that stages whose memory grows with
// their input can read a long text piece by piece. It shares the text and has tokens of its own, numbered from 0.
func (d *Doc) Block(first, last int) *Doc {
	if first >= last {
		return &Doc{Text: d.Text}
	}
	base := d.Sentences[first].First
	b := &Doc{
		Text:      d.Text,
		Tokens:    append([]Token(nil), d.Tokens[base:d.Sentences[last-1].Last]...),
		Sentences: append([]Sentence(nil), d.Sentences[first:last]...),
	}
	for i := range b.Sentences {
		b.Sentences[i].First -= base
		b.Sentences[i].Last -= base
	}
	for i := range b.Tokens {
		b.Tokens[i].Sentence -= first
		if b.Tokens[i].Head >= 0 {
			b.Tokens[i].Head -= base
		}
	}
	return b
}

// Merge takes over the layers of b, which Block cut from d at sentence first; states are left behind. Blocks are merged
// in the order of the text.
func (d *Doc) Merge(b *Doc, first int) {
	if len(b.Sentences) == 0 {
		return
	}
	base := d.Sentences[first].First
	for i, t := range b.Tokens {
		t.Sentence += first
		if t.Head >= 0 {
			t.Head += base
		}
		d.Tokens[base+i] = t
	}
	for _, n := range b.Names {
		d.Names = append(d.Names, Name{n.First + base, n.Last + base, n.Kind})
	}
	held := len(d.Found)
	for _, a := range b.Found {
		a.Source, a.Cue, a.Content = shift(a.Source, base), shift(a.Cue, base), shift(a.Content, base)
		if a.Inside >= 0 {
			a.Inside += held
		}
		d.Found = append(d.Found, a)
	}
}

func shift(rs []Range, by int) []Range {
	out := make([]Range, len(rs))
	for i, r := range rs {
		out[i] = Range{r.First + by, r.Last + by}
	}
	return out
}
