package gainsay

import "context"

// Reading is what reading one document yields. Its JSON is the contract of READING.md: slices are never null.
type Reading struct {
	Document   Document    `json:"document"`
	Reader     string      `json:"reader"` // the version of the reader and its weights
	Entities   []Entity    `json:"entities"`
	Mentions   []Mention   `json:"mentions"`
	Statements []Statement `json:"statements"`
	Notes      []Note      `json:"notes"`
}

// Entity is somebody or something that the document names.
type Entity struct {
	ID      EntityID   `json:"id"`
	Kind    EntityKind `json:"kind"`
	Name    string     `json:"name"`
	Aliases []string   `json:"aliases,omitempty"`
}

// EntityKind is the class of an entity.
type EntityKind string

// The classes that the reader tells apart.
const (
	Person       EntityKind = "person"
	Organisation EntityKind = "organisation"
	Place        EntityKind = "place"
	Misc         EntityKind = "misc"
)

// Mention is one place where the text speaks of an entity.
type Mention struct {
	Span   Span     `json:"span"`
	Entity EntityID `json:"entity"`
}

// Note is something that the reader or ingest has to say about a place in the document: what it could not read, what
// it had to assume, and what the user can do about it.
type Note struct {
	Span Span   `json:"span"`
	Text string `json:"text"`
}

// Reader reads one document. Implementations are safe for concurrent use; an error means that there is no reading at
// all, while whatever can be worked around is a note in the reading.
type Reader interface {
	Read(ctx context.Context, doc Document) (*Reading, error)
}
