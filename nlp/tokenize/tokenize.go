// Package tokenize cuts a text into tokens, sentences and paragraphs. In goes [nlp.Doc.Text]; out come Doc.Tokens
// (offsets in bytes and in code points, the gap before each token, its sentence) and Doc.Sentences. It is the first
// stage of every pipeline and needs no other.
//
// The tokens and the gaps between them reproduce the text byte for byte: a gap holds white space, controls and
// zero-width spaces only, and every other code point lies in exactly one token. No token holds white space but a mark-up
// tag left in the text (<a href="…">). Time is linear in the length of the text, whatever is in it.
//
// Tokens follow the conventions of the Penn Treebank as Stanford CoreNLP's PTBTokenizer applies them (Manning et al.,
// ACL 2014): contractions and possessives are cut (do|n't, it|'s, can|not), abbreviations keep their stop (U.S., Mr.,
// J.), hyphenated words, slashed words, numbers, URLs, e-mail addresses, @handles and #tags stay whole, and marks stand
// alone. We leave CoreNLP where it loses text or meaning:
//
//   - the stop of an abbreviation that ends a sentence stays with it ("in the U.S." ends in one token; CoreNLP cuts it
//     into "U.S" and ".");
//   - each quotation mark is a token (CoreNLP joins ’”), and so is each stop of a spaced ellipsis (. . .), since no word
//     holds a space;
//   - two sentences that lost the space between them are cut ("over.The" is three tokens, not one).
//
// A sentence never crosses a paragraph. CoreNLP lets it cross one where no stop ends the first; we end a headline
// where its line ends. scan.go finds tokens, lines.go paragraphs, sentence.go sentences.
package tokenize

import (
	"context"

	"gainsay/nlp"
)

// Tokenizer is the annotator. It holds no state and serves many goroutines.
type Tokenizer struct{}

// New makes a tokenizer.
func New() *Tokenizer { return &Tokenizer{} }

// Name is the stage's name in errors.
func (*Tokenizer) Name() string { return "tokenize" }

// Requires is nothing: the tokenizer reads the text alone.
func (*Tokenizer) Requires() []nlp.Layer { return nil }

// Provides is tokens and sentences.
func (*Tokenizer) Provides() []nlp.Layer { return []nlp.Layer{nlp.Tokens, nlp.Sentences} }

// maxReserve is the most tokens that memory is set aside for before they are found.
const maxReserve = 1 << 22

// Annotate replaces d.Tokens and d.Sentences by those of d.Text. It accepts any bytes: a byte that is not UTF-8 counts
// as one code point, as in [gainsay.Index]. The only error is that of a context that is done.
func (*Tokenizer) Annotate(ctx context.Context, d *nlp.Doc) error {
	layout := measure(d.Text)
	s := scanner{text: d.Text, layout: layout}
	s.tokens = make([]nlp.Token, 0, min(layout.tokens, maxReserve)+16)
	if err := s.run(ctx); err != nil {
		return err
	}
	d.Tokens = s.tokens
	d.Sentences = split(d.Text, d.Tokens)
	return ctx.Err()
}
