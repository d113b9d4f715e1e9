// Package render shows readings: as text for a terminal or a file ([NewText]), as JSON lines ([NewJSON]) and as one web
// page ([NewHTML]). Readings go in one by one; each is written out before the next is taken, so that a run over a large
// collection needs no more memory than its largest document.
package render

import (
	"encoding/json"
	"io"

	"gainsay"
)

// Writer shows readings in the order in which it is given them. Reading.Document.Text has to hold the text that was
// read. Close ends the output, which is not whole before; it does not close the writer beneath.
type Writer interface {
	Write(*gainsay.Reading) error
	Close() error
}

// NewJSON prints one reading a line, as READING.md describes it.
func NewJSON(w io.Writer) Writer {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return jsonWriter{enc}
}

type jsonWriter struct{ enc *json.Encoder }

func (j jsonWriter) Write(r *gainsay.Reading) error { return j.enc.Encode(r) }
func (j jsonWriter) Close() error                   { return nil }
