package tokenize

import (
	"context"

	"gainsay/nlp"
)

// Marker is [MarkQuotes] as a stage of its own.
type Marker struct{}

// Name is the stage's name in errors.
func (Marker) Name() string { return "quotes" }

// Requires is the tokens.
func (Marker) Requires() []nlp.Layer { return []nlp.Layer{nlp.Tokens} }

// Provides is the tokens' place in quotations.
func (Marker) Provides() []nlp.Layer { return []nlp.Layer{nlp.Quotes} }

// Annotate fills Token.Quote.
func (Marker) Annotate(_ context.Context, d *nlp.Doc) error {
	MarkQuotes(d)
	return nil
}
