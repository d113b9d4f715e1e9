package ingest

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// What can go wrong with one input; errors.Is tells them apart.
var (
	ErrMissing   = errors.New("no such file")
	ErrEmpty     = errors.New("empty")
	ErrBinary    = errors.New("not text")
	ErrTooLarge  = errors.New("too large")
	ErrRecord    = errors.New("unreadable record")
	ErrNoText    = errors.New("record without text")
	ErrNoArticle = errors.New("page without article text")
	ErrDate      = errors.New("bad date")
	ErrNoMatch   = errors.New("nothing matches")
	ErrUnread    = errors.New("cannot be read") // the system refused: Cause says why
)

// Error is a failure to read one input: its place, what went wrong and what to do about it.
type Error struct {
	Path  string // as the user knows it; may be empty
	Line  int    // the line of a JSONL file, from 1; 0 where the whole file is meant
	Kind  error  // one of this package's Err values
	What  string // what went wrong
	Do    string // what to do
	Cause error  // may be nil
}

// Error is "read PATH:LINE: what went wrong; what to do".
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("read ")
	if e.Path != "" {
		b.WriteString(e.Path)
		if e.Line > 0 {
			fmt.Fprintf(&b, ":%d", e.Line)
		}
		b.WriteString(": ")
	}
	b.WriteString(e.What)
	if e.Do != "" {
		b.WriteString("; " + e.Do)
	}
	return b.String()
}

// Unwrap makes errors.Is see both the kind and the cause.
func (e *Error) Unwrap() []error {
	if e.Cause == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.Cause}
}

// at gives an error of this package its place.
func at(err error, path string, line int) error {
	var e *Error
	if !errors.As(err, &e) {
		return fmt.Errorf("read %s: %w", path, err)
	}
	placed := *e
	placed.Path, placed.Line = path, line
	return &placed
}

func tooLarge(size, limit int64) error {
	what := "larger than " + byteCount(limit)
	if size > limit {
		what = byteCount(size) + " is more than the limit of " + byteCount(limit)
	}
	return &Error{Kind: ErrTooLarge, What: what, Do: "split it into one article a file or a line"}
}

func byteCount(n int64) string {
	if n < 1<<20 {
		return strconv.FormatInt(n, 10) + " bytes"
	}
	return strings.TrimSuffix(strconv.FormatFloat(float64(n)/(1<<20), 'f', 1, 64), ".0") + " MiB"
}

// quoted shows outside words in a message: one line, and no more of them than helps.
func quoted(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strconv.Quote(s)
}
