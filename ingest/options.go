package ingest

import (
	"time"

	"gainsay"
)

// DefaultMaxBytes is the size up to which a file, or one record of a JSONL file, is read: 64 MiB.
const DefaultMaxBytes = 64 << 20

// Options says how to read. The zero value reads with the defaults.
type Options struct {
	// Published is the day of publication of every document, as YYYY-MM-DD. Where it is set it overrides what the
	// documents say themselves.
	Published string
	// Publisher is the publisher of every document; where it is set it overrides what the documents say.
	Publisher string
	// MaxBytes is the size in bytes above which a file, or one record of a JSONL file, is refused; 0 is
	// DefaultMaxBytes. A JSONL file as a whole may be of any size.
	MaxBytes int64
	// Now is the clock against which dates of publication are held; nil is time.Now.
	Now func() time.Time
	// Skipped is told of every file and folder that a walk passes over, and why. Nil tells nobody.
	Skipped func(path, why string)
}

// Item is one document, or one failure with its place. Where Err is set there is no document.
type Item struct {
	Document gainsay.Document
	Err      error
	Path     string // the file as the walk found it; "-" for standard input
	Line     int    // the line of a JSONL file, from 1; 0 for a document that is a whole file
}

func (o Options) maxBytes() int64 {
	if o.MaxBytes <= 0 {
		return DefaultMaxBytes
	}
	return o.MaxBytes
}

func (o Options) now() time.Time {
	if o.Now == nil {
		return time.Now()
	}
	return o.Now()
}

func (o Options) skipped(path, why string) {
	if o.Skipped != nil {
		o.Skipped(path, why)
	}
}

// check refuses options that would spoil every document.
func (o Options) check() error {
	if o.Published != "" && !isISODay(o.Published) {
		return &Error{Kind: ErrDate, What: "publication date " + quoted(o.Published) + " is not a day of the calendar",
			Do: "write it as YYYY-MM-DD, such as 1998-02-27; nothing was read"}
	}
	return nil
}

// finish sets what the options decide and checks the date against the clock.
func (o Options) finish(d *gainsay.Document) {
	if o.Published != "" {
		d.Published = o.Published
	}
	if o.Publisher != "" {
		d.Publisher = o.Publisher
	}
	// A day ahead of the clock is Monday's paper in another time zone; more is a slip.
	if d.Published > o.now().AddDate(0, 0, 2).Format(isoDay) {
		note(d, gainsay.Span{}, "publication date "+d.Published+" lies in the future; check it, or give --published")
	}
	d.ID = gainsay.IDOf(d.Text)
}

func note(d *gainsay.Document, at gainsay.Span, text string) {
	d.Notes = append(d.Notes, gainsay.Note{Span: at, Text: text})
}
