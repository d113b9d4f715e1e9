package speech

import (
	"sort"

	"gainsay"
	"gainsay/nlp"
)

// quoteOf is the kind of quotation: direct where all words of the content stand in quotation marks, or nearly all;
// mixed where some do. Marks that enclose the cue as well belong to a statement around this one, and do not count:
// in “Hale said it was over,” Moss told us, what Hale said is indirect.
func (l *labeler) quoteOf(a *nlp.Attribution) gainsay.Quote {
	d, outer := l.doc, -1
	if len(a.Cue) > 0 {
		outer = l.open(a.Cue[0].First)
	}
	words, quoted := 0, 0
	for _, g := range a.Content {
		open := -1
		for i := g.First; i < g.Last; i++ {
			t := &d.Tokens[i]
			if t.Quote == nlp.QuoteOpen {
				open = i
			}
			if !isWord(d.Word(i)) {
				continue
			}
			words++
			if t.Quote != nlp.QuoteInside {
				open = -1
				continue
			}
			if open < 0 {
				open = l.open(i)
			}
			if open != outer || outer < 0 {
				quoted++
			}
		}
	}
	if words > 0 && quoted == 0 && outer >= 0 && singleMarks(d, a.Content) {
		return gainsay.Direct
	}
	switch {
	case quoted == 0:
		return gainsay.Indirect
	case words-quoted <= words/12:
		return gainsay.Direct
	}
	return gainsay.Mixed
}

// open is the mark that opens the quotation which holds token i; -1 where i is in none.
func (l *labeler) open(i int) int {
	if l.doc.Tokens[i].Quote != nlp.QuoteInside {
		return -1
	}
	k := sort.SearchInts(l.opens, i) - 1
	if k < 0 {
		return -1
	}
	return l.opens[k]
}

// singleMarks tells whether the content is enclosed in single marks of its own, inside a quotation: “He told me, ‘Go
// home.’”
func singleMarks(d *nlp.Doc, runs []nlp.Range) bool {
	first, last := runs[0].First, runs[len(runs)-1].Last-1
	switch d.Word(first) {
	case "‘", "'", "`":
	default:
		return false
	}
	for k := last; k > first && k > last-3; k-- {
		switch d.Word(k) {
		case "’", "'":
			return true
		}
	}
	return false
}
