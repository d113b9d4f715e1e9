package gainsay

import (
	"crypto/sha256"
	"encoding/hex"
)

// DocumentID names a document by what it says: "sha256:" and the hash of its stored text in hexadecimal.
type DocumentID string

// Document is one article as it came in. Its Text is immutable: every span of every reading points into it.
type Document struct {
	Name      string     `json:"name"` // the file's base name, or the record's own name
	ID        DocumentID `json:"id"`
	URL       string     `json:"url,omitempty"`
	Publisher string     `json:"publisher,omitempty"`
	Title     string     `json:"title,omitempty"`
	Byline    string     `json:"byline,omitempty"`
	Published string     `json:"published,omitempty"` // ISO 8601 day; empty where it is not known
	Series    *Series    `json:"series,omitempty"`
	Text      string     `json:"-"` // valid UTF-8
	Notes     []Note     `json:"-"` // what ingest has to say of how the text was obtained; the reading repeats them
}

// Series places a document in a numbered periodical. Zero numbers are unknown.
type Series struct {
	Title  string `json:"title"`
	Volume int    `json:"volume,omitempty"`
	Issue  int    `json:"issue,omitempty"`
}

// IDOf is the identity of a text.
func IDOf(text string) DocumentID {
	sum := sha256.Sum256([]byte(text))
	return DocumentID("sha256:" + hex.EncodeToString(sum[:]))
}
