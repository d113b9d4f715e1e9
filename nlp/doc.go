// Package nlp holds the annotated document that the reader's stages share: one [Doc] owns the text and every layer
// laid over it. A stage is an [Annotator]; it declares what it requires and what it provides, and a [Pipeline] checks
// that the stages it is given follow from one another.
package nlp

import "gainsay"

// Doc is a text and its layers. A stage fills its own layers and leaves the others alone. Offsets of tokens are bytes
// of Text; [Doc.Span] turns token ranges into code point spans. A Doc belongs to one goroutine at a time.
type Doc struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence
	Names     []Name
	Clusters  []Cluster
	Found     []Attribution

	// States are the encoder's vectors, one of Width values for each token, row by row; they serve later stages.
	States []float32
	Width  int

	Notes []gainsay.Note
}

// Gap is what stands in the text between a token and the one before it.
type Gap uint8

// The gaps. A hard-wrapped line counts as GapSpace: GapParagraph begins a new block (a blank line, a list item, a
// headline's end), and the document's first token has it too.
const (
	GapNone Gap = iota
	GapSpace
	GapParagraph
)

// Quoting is where a token stands with regard to quotation marks.
type Quoting uint8

// A token is outside any quotation, inside one, or itself a mark that opens or closes one.
const (
	QuoteOutside Quoting = iota
	QuoteInside
	QuoteOpen
	QuoteClose
)

// Token is a word or a mark. Its layers hold zero values until their stage has run.
type Token struct {
	Start, End int // bytes of Doc.Text, half-open
	Rune       int // code point offset of Start; EndRune that of End
	EndRune    int
	Sentence   int // index into Doc.Sentences
	Gap        Gap
	Quote      Quoting

	Tag   string // Penn Treebank tag, as UD English uses it (XPOS)
	UPOS  string // universal part of speech
	Lemma string
	Head  int    // index into Doc.Tokens of the syntactic head; -1 for the root of its sentence
	Rel   string // UD 2 relation to the head, with subtype
}

// Sentence is a range of tokens [First, Last).
type Sentence struct {
	First, Last int
	Paragraph   int // counts from 0; a headline or list item is a paragraph of its own
}

// Name is a proper name: tokens [First, Last) and its class.
type Name struct {
	First, Last int
	Kind        gainsay.EntityKind
}

// Cluster is a set of token ranges that stand for the same thing, in the order of the text; the best name first in
// Best. Names and pronouns and phrases such as "the spokesman" are its members.
type Cluster struct {
	Members []Range
	Best    Range
	Kind    gainsay.EntityKind
}

// Range is tokens [First, Last).
type Range struct{ First, Last int }

// Attribution is one statement by its tokens: runs of source, cue and content, each ascending and not touching.
type Attribution struct {
	Source, Cue, Content []Range
	Inside               int     // index into Doc.Found of the statement whose content holds this one; -1 if none
	Score                float64 // 0 to 1
}

// Word is the token's text.
func (d *Doc) Word(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Words is the text that tokens [r.First, r.Last) cover, gaps included.
func (d *Doc) Words(r Range) string {
	if r.First >= r.Last {
		return ""
	}
	return d.Text[d.Tokens[r.First].Start:d.Tokens[r.Last-1].End]
}

// Span is the code point span of tokens [r.First, r.Last).
func (d *Doc) Span(r Range) gainsay.Span {
	if r.First >= r.Last {
		return gainsay.Span{}
	}
	return gainsay.Span{Start: d.Tokens[r.First].Rune, End: d.Tokens[r.Last-1].EndRune}
}

// Spans is Span for each of several ranges.
func (d *Doc) Spans(rs []Range) gainsay.Spans {
	out := make(gainsay.Spans, 0, len(rs))
	for _, r := range rs {
		out = append(out, d.Span(r))
	}
	return out
}

// SentenceOf is the sentence that holds token i.
func (d *Doc) SentenceOf(i int) Sentence { return d.Sentences[d.Tokens[i].Sentence] }
