package tokenize

import "gainsay/nlp"

// MarkQuotes tells each token of d whether it stands inside a quotation ([nlp.Token].Quote). It needs tokens with their
// gaps and nothing else.
//
// Double marks decide: “ and ” by their shape, the straight " by the gaps around it. Single marks count as quotation
// only outside double ones and only when the paragraph closes them, since ’ is an apostrophe far more often. A
// quotation ends with its paragraph at the latest: where a speech runs on, each paragraph opens it anew, as the press
// has it, and a mark that somebody forgot to close does no harm beyond its paragraph.
func MarkQuotes(d *nlp.Doc) {
	for first := 0; first < len(d.Tokens); {
		last := first + 1
		for last < len(d.Tokens) && d.Tokens[last].Gap != nlp.GapParagraph {
			last++
		}
		markParagraph(d, first, last)
		first = last
	}
}

func markParagraph(d *nlp.Doc, first, last int) {
	double, single := false, false
	closers := 0 // single closing marks that are still to come
	for i := first; i < last; i++ {
		if m := markOf(d, i, last); m == singleClose {
			closers++
		}
	}
	for i := first; i < last; i++ {
		q := nlp.QuoteOutside
		if double || single {
			q = nlp.QuoteInside
		}
		switch markOf(d, i, last) {
		case doubleOpen:
			double, q = true, nlp.QuoteOpen
		case doubleClose:
			double, single, q = false, false, nlp.QuoteClose
		case doubleEither:
			if double {
				double, single, q = false, false, nlp.QuoteClose
			} else {
				double, q = true, nlp.QuoteOpen
			}
		case singleOpen:
			if !double && !single && closers > 0 {
				single, q = true, nlp.QuoteOpen
			}
		case singleClose:
			closers--
			if !double && single {
				single, q = false, nlp.QuoteClose
			}
		}
		d.Tokens[i].Quote = q
	}
}

type mark uint8

const (
	noMark mark = iota
	doubleOpen
	doubleClose
	doubleEither
	singleOpen
	singleClose
)

// markOf classes token i. For straight marks the side that touches a word is the inner one; a mark that touches words
// on both sides or on neither is left to the state of the paragraph.
func markOf(d *nlp.Doc, i, last int) mark {
	word := d.Word(i)
	switch word {
	case "“", "„", "«", "``":
		return doubleOpen
	case "”", "»":
		return doubleClose
	case "\"", "''", "'", "‘", "’", "`":
	default:
		return noMark
	}
	before := d.Tokens[i].Gap != nlp.GapNone
	after := i+1 >= last || d.Tokens[i+1].Gap != nlp.GapNone
	switch word {
	case "\"", "''": // some newspapers' files open with two apostrophes as well
		switch {
		case before && !after:
			return doubleOpen
		case !before && after:
			return doubleClose
		}
		return doubleEither
	case "‘", "`":
		return singleOpen
	}
	switch {
	case before && !after && word == "'":
		return singleOpen
	case !before:
		return singleClose
	}
	return noMark
}
