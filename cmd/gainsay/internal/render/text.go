package render

import (
	"io"
	"strings"

	"github.com/rivo/uniseg"

	"gainsay"
)

// TextOptions are how the text format is laid out.
type TextOptions struct {
	Width  int  // columns; below 40 counts as 40
	Colour bool // with ANSI escape sequences (ECMA-48)
}

// measure is the longest line that is set, however wide the terminal: beyond it the eye loses the next line's start.
const measure = 100

// NewText prints readings for people. The words of a statement stand in the order of the text, [source], ‹cue› and
// «content» told apart by their brackets, so that nothing hangs on colour; a statement reported within another stands
// below it, indented.
func NewText(w io.Writer, opts TextOptions) Writer {
	return &textWriter{w: w, width: min(max(opts.Width, 40), measure), colour: opts.Colour}
}

type textWriter struct {
	w      io.Writer
	width  int
	colour bool
	some   bool // a document has been written
}

func (t *textWriter) Close() error { return nil }

func (t *textWriter) Write(r *gainsay.Reading) error {
	var b strings.Builder
	if t.some {
		b.WriteByte('\n')
	}
	t.some = true
	t.header(&b, r)
	index, lines := gainsay.NewIndex(r.Document.Text), linesOf(r.Document.Text)
	number := 0
	for i := range r.Statements {
		number = max(number, uniseg.StringWidth(string(r.Statements[i].ID)))
	}
	if len(r.Statements) == 0 {
		b.WriteByte('\n')
		t.block(&b, "", "", line("No statements found.", plain))
	}
	for _, s := range order(r.Statements) {
		b.WriteByte('\n')
		t.statement(&b, s, number, index, lines)
	}
	t.notes(&b, r.Notes, lines)
	_, err := io.WriteString(t.w, b.String())
	return err
}

// notes stand behind their places, where one of them has a place.
func (t *textWriter) notes(b *strings.Builder, notes []gainsay.Note, lines lines) {
	if len(notes) == 0 {
		return
	}
	b.WriteByte('\n')
	t.block(b, "", "", line("Notes", bold))
	places, widest := make([]string, len(notes)), 0
	for i, n := range notes {
		if n.Span.Len() > 0 {
			places[i] = lines.place(n.Span.Start) + "  "
			widest = max(widest, len(places[i]))
		}
	}
	for i, n := range notes {
		t.block(b, "  "+pad(places[i], widest), strings.Repeat(" ", 2+widest), line(oneLine(n.Text), plain))
	}
}

func (t *textWriter) header(b *strings.Builder, r *gainsay.Reading) {
	d := r.Document
	t.block(b, "", "", line(strings.Repeat("─", t.width), dim))
	t.block(b, "", "", line(heading(d), bold))
	if f := facts(d); len(f) > 0 {
		t.block(b, "", "", line(strings.Join(f, " · "), plain))
	}
	counts := line(count(wordCount(d.Text), "word")+" · "+count(len(r.Statements), "statement"), plain)
	legend := line("", plain)
	if len(r.Statements) > 0 {
		legend.add("[source]", sourceStyle).add(" ", plain).add("‹cue›", cueStyle).add(" ", plain).add("«content»", plain)
	}
	t.aside(b, "", "", counts, legend)
}

// maxDepth is how far nested statements move to the right; deeper ones stay there, so that they keep room for words.
const maxDepth = 4

func (t *textWriter) statement(b *strings.Builder, s placed, number int, index *gainsay.Index, lines lines) {
	indent := strings.Repeat(" ", 4*min(s.Depth, maxDepth))
	hang := indent + strings.Repeat(" ", number+2)
	who := line(speaker(s.Statement), bold)
	if s.Speaker.Kind != "" && s.Speaker.Kind != gainsay.Unstated {
		who.add(" ("+string(s.Speaker.Kind)+")", plain)
	}
	labels := line(string(s.Act), plain)
	if s.Commitment != "" {
		labels.add(" · ", dim).add(string(s.Commitment), commitmentStyle(s.Commitment))
	}
	if s.Quote != "" {
		labels.add(" · "+string(s.Quote), dim)
	}
	labels.add("  "+lines.place(first(s.Statement)), dim)
	t.aside(b, indent+pad(string(s.ID), number+2), hang, who, labels)
	t.block(b, hang, hang, words(s.Statement, index))
}

func commitmentStyle(c gainsay.Commitment) style {
	switch c {
	case gainsay.Denies:
		return denies
	case gainsay.Uncertain:
		return uncertain
	}
	return plain
}

// bridge is how many code points between two runs of a statement's words are shown; a longer gap becomes an ellipsis.
const bridge = 40

// words is the statement's words in the order of the text, each run in the brackets of its role.
func words(s *gainsay.Statement, index *gainsay.Index) *styled {
	out := line("", plain)
	brackets := [...][2]string{content: {"«", "»"}, source: {"[", "]"}, cue: {"‹", "›"}}
	styles := [...]style{content: plain, source: sourceStyle, cue: cueStyle}
	end := -1
	for _, r := range runs(s) {
		if end >= 0 {
			gap := gainsay.Span{Start: end, End: r.Start}
			between := " … "
			if gap.Len() <= bridge {
				between = clean(index.Words(gap))
			}
			out.add(between, dim)
		}
		text := index.Words(r.Span)
		out.add(brackets[r.role][0], styles[r.role]).add(oneLine(text), styles[r.role]).add(brackets[r.role][1], styles[r.role])
		end = r.End
	}
	return out
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-uniseg.StringWidth(s)))
}
