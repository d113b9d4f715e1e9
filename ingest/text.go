package ingest

import (
	"strings"

	"gainsay"
)

// Text makes a document of a plain text file. The document's text is the file's, line endings and all; decode says what
// happens to bytes that are not UTF-8. A header block at the top, such as
//
//	Publication: Courier  Volume: 9  Issue: 51
//	Date: June 16, 1997
//
// fills publisher, series, title, date, byline and URL, and stays part of the text. The error is an [*Error] whose
// Path is name.
func Text(name string, raw []byte, opts Options) (gainsay.Document, error) {
	d, err := text(name, raw, opts)
	if err != nil {
		return gainsay.Document{}, at(err, name, 0)
	}
	return d, nil
}

func text(name string, raw []byte, opts Options) (gainsay.Document, error) {
	if err := opts.admit(raw); err != nil {
		return gainsay.Document{}, err
	}
	in, err := decode(raw, "")
	if err != nil {
		return gainsay.Document{}, err
	}
	d := gainsay.Document{Name: strings.ToValidUTF8(name, "\ufffd"), Text: in.text, Notes: in.notes}
	readHeader(in.text).fill(&d, opts.Published == "")
	if looksLikeHTML(in.text) {
		note(&d, gainsay.Span{}, "the file looks like an HTML page but was read as plain text, tags and all; name it .html")
	}
	opts.finish(&d)
	return d, nil
}

// admit checks the options and the size, before anything is read.
func (o Options) admit(raw []byte) error {
	if err := o.check(); err != nil {
		return err
	}
	if size := int64(len(raw)); size > o.maxBytes() {
		return tooLarge(size, o.maxBytes())
	}
	return nil
}

// looksLikeHTML tells whether a text opens as an HTML page does (after the WHATWG MIME Sniffing Standard, section 7.1,
// with fewer tags: a text may well begin with <b> or <p>).
func looksLikeHTML(text string) bool {
	head := strings.ToLower(strings.TrimLeft(text[:min(len(text), 1024)], " \t\r\n\f\ufeff"))
	if strings.HasPrefix(head, "<?xml") || strings.HasPrefix(head, "<!--") {
		return strings.Contains(head, "<html") || strings.Contains(head, "<!doctype html")
	}
	for _, open := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if after, ok := strings.CutPrefix(head, open); ok && (after == "" || strings.ContainsRune(" \t\r\n>/", rune(after[0]))) {
			return true
		}
	}
	return false
}
