package ingest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"gainsay"
)

// JSONL reads one JSON object a line, each a document:
//
//	{"name": "…", "url": "…", "publisher": "…", "title": "…", "published": "1998-02-27", "text": "…"}
//
// Only text is required; published is an ISO day or RFC 3339, other fields are ignored, and a record without a name is
// called NAME:LINE. Blank lines count but say nothing. A line that cannot be read is an item with an error, and the
// next lines are read. No more than one line is held at a time. The sequence can be ranged over once; it ends early
// where ctx ends, with its error, and where r fails.
func JSONL(ctx context.Context, name string, r io.Reader, opts Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		jsonl(ctx, name, name, r, opts, yield)
	}
}

// jsonl is JSONL for a file whose path is not the name that its records inherit. It tells whether to go on.
func jsonl(ctx context.Context, path, name string, r io.Reader, opts Options, yield func(Item) bool) bool {
	fail := func(err error, line int) bool {
		return yield(Item{Err: at(err, path, line), Path: path, Line: line})
	}
	if err := opts.check(); err != nil {
		return fail(err, 0)
	}
	lines := newLineReader(r, opts.maxBytes())
	records := 0
	for {
		if err := ctx.Err(); err != nil {
			yield(Item{Err: err, Path: path, Line: lines.n})
			return false
		}
		line, err := lines.next()
		var own *Error
		switch {
		case err == io.EOF && records == 0:
			return fail(&Error{Kind: ErrEmpty, What: "empty: no records in it", Do: "check how the file was made"}, 0)
		case err == io.EOF:
			return true
		case errors.As(err, &own):
			records++
			if !fail(err, lines.n) {
				return false
			}
			continue
		case err != nil:
			return fail(&Error{Kind: ErrUnread, What: "reading stopped: " + err.Error(), Do: "check the file and its disk", Cause: err}, lines.n)
		case len(bytes.TrimSpace(line)) == 0:
			continue
		}
		records++
		if records == 1 && printed(line) {
			return fail(&Error{Kind: ErrRecord, What: "one JSON value over several lines", Do: "write one object a line, for example with jq -c . or jq -c '.[]'"}, lines.n)
		}
		d, err := record(fmt.Sprintf("%s:%d", name, lines.n), line, opts)
		if err != nil {
			if !fail(err, lines.n) {
				return false
			}
			continue
		}
		if !yield(Item{Document: d, Path: path, Line: lines.n}) {
			return false
		}
	}
}

// printed tells whether a file's first line is the beginning of JSON that runs over several lines; without this
// every one of its lines would be an error of its own.
func printed(line []byte) bool {
	s := string(bytes.TrimSpace(line))
	return s == "{" || s == "[" || s == "[{"
}

// words is a JSON string; numbers, which many archives use as names, count as their digits and null as nothing.
type words string

func (w *words) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if data[0] != '"' {
		var n json.Number
		if err := json.Unmarshal(data, &n); err != nil {
			return fmt.Errorf("%s stands where a string belongs", quoted(string(data)))
		}
		*w = words(n)
		return nil
	}
	return json.Unmarshal(data, (*string)(w))
}

// record reads one line.
func record(name string, line []byte, opts Options) (gainsay.Document, error) {
	var in decoded
	if utf8.Valid(line) {
		in.text = string(line)
	} else {
		var err error
		if in, err = decodeAs(line, ""); err != nil {
			return gainsay.Document{}, err
		}
	}
	var rec struct {
		Name      words   `json:"name"`
		URL       words   `json:"url"`
		Publisher words   `json:"publisher"`
		Title     words   `json:"title"`
		Byline    words   `json:"byline"`
		Published words   `json:"published"`
		Text      *string `json:"text"`
	}
	if err := json.Unmarshal([]byte(in.text), &rec); err != nil {
		return gainsay.Document{}, &Error{Kind: ErrRecord, What: "not a JSON record: " + inWords(err),
			Do: "mend the line; the others are read", Cause: err}
	}
	if rec.Text == nil || strings.TrimFunc(*rec.Text, blank) == "" {
		return gainsay.Document{}, &Error{Kind: ErrNoText, What: "the record has no text",
			Do: `put the article's words into its field "text"; the other records are read`}
	}
	content := repaired([]byte(*rec.Text)) // a JSON string may hold NUL
	content.warnOfDamage()
	d := gainsay.Document{Name: firstOf(string(rec.Name), name), URL: oneLine(string(rec.URL)), Publisher: oneLine(string(rec.Publisher)),
		Title: oneLine(string(rec.Title)), Byline: oneLine(string(rec.Byline)), Text: content.text}
	for _, n := range in.notes { // their spans lie in the line
		note(&d, gainsay.Span{}, n.Text)
	}
	d.Notes = append(d.Notes, content.notes...)
	if p := oneLine(string(rec.Published)); p != "" && opts.Published == "" {
		setPublished(&d, p, gainsay.Span{})
	}
	opts.finish(&d)
	return d, nil
}

// inWords says what is wrong with a record without Go's names for it.
func inWords(err error) string {
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field == "":
		return "the line is " + indefinite(kind.Value) + ", not an object"
	case errors.As(err, &kind):
		return fmt.Sprintf("its field %q is %s, not a string", kind.Field, indefinite(kind.Value))
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

// indefinite puts the article before the name of a kind of JSON value.
func indefinite(kind string) string {
	if kind == "array" || kind == "object" {
		return "an " + kind
	}
	return "a " + kind
}

// lineReader gives the lines of a stream, none longer than limit.
type lineReader struct {
	r     *bufio.Reader
	limit int64
	n     int // lines given so far
	buf   []byte
}

// newLineReader drops a byte order mark and turns UTF-16 into UTF-8 where the stream begins with its mark.
func newLineReader(r io.Reader, limit int64) *lineReader {
	b := bufio.NewReaderSize(r, 1<<16)
	mark, _ := b.Peek(3)
	switch {
	case bytes.HasPrefix(mark, []byte("\xef\xbb\xbf")):
		_, _ = b.Discard(3) // peeked just now, so that it cannot fail
	case bytes.HasPrefix(mark, []byte("\xff\xfe")), bytes.HasPrefix(mark, []byte("\xfe\xff")):
		b = bufio.NewReaderSize(transform.NewReader(b, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()), 1<<16)
	}
	return &lineReader{r: b, limit: limit}
}

// next is the next line without its end; it is good until the next call. The error is io.EOF at the end, an [*Error]
// for a line that is too long, which is passed over, and otherwise the stream's.
func (l *lineReader) next() ([]byte, error) {
	l.buf = l.buf[:0]
	size := int64(0)
	for {
		part, err := l.r.ReadSlice('\n')
		if size == 0 && len(part) == 0 && err != nil {
			return nil, err
		}
		if size == 0 {
			l.n++
		}
		size += int64(len(part))
		if size <= l.limit {
			l.buf = append(l.buf, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err != nil && err != io.EOF:
			return nil, err
		case size > l.limit:
			return nil, tooLarge(size, l.limit)
		}
		return bytes.TrimRight(l.buf, "\r\n"), nil
	}
}
