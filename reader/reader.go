// Package reader reads documents: text in, attributed statements out. It lists the stages in their order and turns what
// they found into a [gainsay.Reading].
//
//	r, err := reader.New()
//	…
//	reading, err := r.Read(ctx, gainsay.Document{Name: "note.txt", Text: text})
//
// The models are inside the program; nothing is fetched. What could not be read is a note of the reading, with its span.
package reader

import (
	"context"
	"fmt"
	"unicode/utf8"

	"gainsay"
	"gainsay/attribution"
	"gainsay/nlp"
	"gainsay/nlp/coref"
	"gainsay/nlp/encode"
	"gainsay/nlp/language"
	"gainsay/nlp/model"
	"gainsay/nlp/names"
	"gainsay/nlp/parse"
	"gainsay/nlp/tag"
	"gainsay/nlp/tokenize"
)

// Version names the rules of this reader; with the weights' hash it is what a reading says of its maker.
const Version = "0.1.0"

// blockTokens is about how many tokens the network reads at a time. Longer documents are cut between paragraphs where
// possible, so that memory stays bounded; no statement crosses a cut.
const blockTokens = 1500

// Reader reads documents. It is immutable and safe for concurrent use; each Read works on memory of its own.
type Reader struct {
	text    *nlp.Pipeline // over the whole document: tokens, sentences, quotation marks
	network *nlp.Pipeline // block by block: states, tags, heads, names, attributions
	whole   *nlp.Pipeline // over the whole document again: who is meant
	maker   string
	piece   int // bytes of text read at a time
}

// Option changes how New makes a reader.
type Option func(*options)

type options struct {
	weights []byte
	piece   int
}

// WithWeights reads with a weights file of the caller's (train/export.py writes them) instead of the embedded one. The
// bytes must not change while the reader is in use.
func WithWeights(file []byte) Option { return func(o *options) { o.weights = file } }

// New makes a reader. The error says what is wrong with the weights.
func New(opts ...Option) (*Reader, error) {
	o := options{piece: pieceBytes}
	for _, set := range opts {
		set(&o)
	}
	file, err := model.Embedded()
	if o.weights != nil {
		file, err = model.Open(o.weights)
	}
	if err != nil {
		return nil, fmt.Errorf("reader: weights: %w", err)
	}
	encoder, err := encode.New(file)
	if err != nil {
		return nil, fmt.Errorf("reader: %w", err)
	}
	tagger, err := tag.New(file)
	if err != nil {
		return nil, fmt.Errorf("reader: %w", err)
	}
	parser, err := parse.New(file)
	if err != nil {
		return nil, fmt.Errorf("reader: %w", err)
	}
	namer, err := names.New(file)
	if err != nil {
		return nil, fmt.Errorf("reader: %w", err)
	}
	attributor, err := attribution.New(file)
	if err != nil {
		return nil, fmt.Errorf("reader: %w", err)
	}
	text := []nlp.Annotator{tokenize.New(), tokenize.Marker{}}
	network := []nlp.Annotator{encoder, tagger, parser, namer, attributor}
	whole := []nlp.Annotator{coref.New()}
	// The three runs follow one another, so their order is checked as one.
	if _, err := nlp.NewPipeline(append(append(append([]nlp.Annotator{}, text...), network...), whole...)...); err != nil {
		return nil, fmt.Errorf("reader: %w", err)
	}
	return &Reader{
		text: nlp.Unchecked(text...), network: nlp.Unchecked(network...), whole: nlp.Unchecked(whole...),
		piece: o.piece,
		maker: "gainsay " + Version + " weights " + file.Hash(),
	}, nil
}

// Read reads one document. An error means that there is no reading: ctx is done, or the text is not UTF-8. A text that is
// not English gives a reading without statements and with a note.
func (r *Reader) Read(ctx context.Context, doc gainsay.Document) (*gainsay.Reading, error) {
	if !utf8.ValidString(doc.Text) {
		return nil, fmt.Errorf("reader: document %s: the text is not valid UTF-8; decode it first", doc.Name)
	}
	if doc.ID == "" {
		doc.ID = gainsay.IDOf(doc.Text)
	}
	if _, english := language.English(doc.Text); !english {
		out := r.empty(doc)
		out.Notes = append(out.Notes, gainsay.Note{
			Span: gainsay.Span{End: utf8.RuneCountInString(doc.Text)},
			Text: "the text does not seem to be English, the only language that is read; no statements were looked for",
		})
		return out, nil
	}
	out, base := r.empty(doc), 0
	for _, piece := range pieces(doc.Text, r.piece) {
		d, err := r.Annotate(ctx, piece)
		if err != nil {
			return nil, fmt.Errorf("reader: document %s: %w", doc.Name, err)
		}
		add(out, d, base)
		base += utf8.RuneCountInString(piece)
	}
	return out, nil
}

// Annotate runs the stages and gives the annotated document, for callers that want tokens, tags, trees or names. It
// holds all layers of the text at once, some 200 bytes a token.
func (r *Reader) Annotate(ctx context.Context, text string) (*nlp.Doc, error) {
	d := &nlp.Doc{Text: text}
	if err := r.text.Annotate(ctx, d); err != nil {
		return nil, err
	}
	for first := 0; first < len(d.Sentences); {
		last := blockEnd(d, first)
		b := d.Block(first, last)
		if err := r.network.Annotate(ctx, b); err != nil {
			return nil, err
		}
		d.Merge(b, first)
		first = last
	}
	if err := r.whole.Annotate(ctx, d); err != nil {
		return nil, err
	}
	coref.ResolveSpeakers(d)
	return d, nil
}

// blockEnd is where the block that begins with sentence first ends: at the last paragraph that fits, else at the last
// sentence that does.
func blockEnd(d *nlp.Doc, first int) int {
	base, paragraph := d.Sentences[first].First, 0
	for i := first + 1; i < len(d.Sentences); i++ {
		if d.Sentences[i].Paragraph != d.Sentences[i-1].Paragraph {
			paragraph = i
		}
		if d.Sentences[i].Last-base > blockTokens {
			if paragraph > first {
				return paragraph
			}
			return i
		}
	}
	return len(d.Sentences)
}

func (r *Reader) empty(doc gainsay.Document) *gainsay.Reading {
	return &gainsay.Reading{
		Document: doc, Reader: r.maker, Entities: []gainsay.Entity{}, Mentions: []gainsay.Mention{},
		Statements: []gainsay.Statement{}, Notes: append([]gainsay.Note{}, doc.Notes...),
	}
}
