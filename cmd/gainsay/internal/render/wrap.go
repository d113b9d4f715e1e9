package render

import (
	"strings"

	"github.com/rivo/uniseg"
)

// style is how a stretch of text looks on a terminal.
type style uint8

const (
	plain style = iota
	dim
	bold
	sourceStyle
	cueStyle
	denies
	uncertain
)

// sgr is the ECMA-48 "select graphic rendition" parameters of each style: only the sixteen colours, which every
// terminal lets its user choose, and of these only such as show on both black and white.
var sgr = [...]string{plain: "", dim: "2", bold: "1", sourceStyle: "1;36", cueStyle: "3;35", denies: "31", uncertain: "33"}

// styled is a line of text before it is broken, in stretches of one style each.
type styled struct {
	text strings.Builder
	ends []int // byte offset where each stretch ends
	how  []style
}

func line(text string, s style) *styled { return new(styled).add(text, s) }

func (l *styled) add(text string, s style) *styled {
	if text != "" {
		l.text.WriteString(text)
		l.ends = append(l.ends, l.text.Len())
		l.how = append(l.how, s)
	}
	return l
}

// broken is a line as it will stand: bytes [from, to) of a styled line.
type broken struct{ from, to, width int }

// lines breaks the text where the Unicode line breaking algorithm (UAX 14) allows it; a word that is longer than a
// whole line is broken between grapheme clusters.
func (l *styled) lines(width int) []broken {
	text := l.text.String()
	var out []broken
	now := broken{}
	at, state := 0, -1
	for at < len(text) {
		var segment string
		segment, _, _, state = uniseg.FirstLineSegmentInString(text[at:], state)
		if strings.Trim(segment, "-") == "" { // "--published" is one word, although a line may end with a hyphen
			rest, _, _, after := uniseg.FirstLineSegmentInString(text[at+len(segment):], state)
			segment, state = segment+rest, after
		}
		word := strings.TrimRight(segment, " ")
		if w := uniseg.StringWidth(word); now.to > now.from && now.width+uniseg.StringWidth(text[now.to:at])+w > width {
			out = append(out, now)
			now = broken{from: at, to: at}
		}
		if now.to == now.from { // a line's start
			now = broken{from: at, to: at}
			for n := fit(word, width); n < len(word); n = fit(word, width) {
				out = append(out, broken{now.from, now.from + n, width})
				word = word[n:]
				now = broken{from: now.from + n, to: now.from + n}
			}
			now.to = now.from + len(word)
			now.width = uniseg.StringWidth(word)
		} else {
			now.width += uniseg.StringWidth(text[now.to:at]) + uniseg.StringWidth(word)
			now.to = at + len(word)
		}
		at += len(segment)
	}
	return append(out, now)
}

// fit is how many bytes of word fill at most width columns; at least one grapheme cluster.
func fit(word string, width int) int {
	n, used, state := 0, 0, -1
	rest := word
	for rest != "" {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if n > 0 && used+w > width {
			break
		}
		n += len(cluster)
		used += w
	}
	return n
}

// paint writes bytes [from, to) of the line.
func (t *textWriter) paint(b *strings.Builder, l *styled, from, to int) {
	text := l.text.String()
	start := 0
	for i, end := range l.ends {
		a, z := max(start, from), min(end, to)
		start = end
		if a >= z {
			continue
		}
		if code := sgr[l.how[i]]; t.colour && code != "" {
			b.WriteString("\x1b[" + code + "m" + text[a:z] + "\x1b[0m")
		} else {
			b.WriteString(text[a:z])
		}
	}
}

// block writes a paragraph: head before its first line, hang before the others.
func (t *textWriter) block(b *strings.Builder, head, hang string, l *styled) {
	t.paragraph(b, head, hang, l)
	b.WriteByte('\n')
}

// aside writes a paragraph with a note at the right edge of its last line, or of a line of its own where they do not fit
// together.
func (t *textWriter) aside(b *strings.Builder, head, hang string, l, note *styled) {
	room := t.width - uniseg.StringWidth(hang)
	noteWidth := uniseg.StringWidth(note.text.String())
	last := t.paragraph(b, head, hang, l)
	switch {
	case noteWidth == 0:
	case last+3+noteWidth <= room:
		b.WriteString(strings.Repeat(" ", room-last-noteWidth))
		t.paint(b, note, 0, note.text.Len())
	default:
		b.WriteByte('\n')
		edge := hang + strings.Repeat(" ", max(0, room-noteWidth))
		t.paragraph(b, edge, hang, note)
	}
	b.WriteByte('\n')
}

// paragraph writes lines without the last one's end; it returns how wide that one is, without head or hang.
func (t *textWriter) paragraph(b *strings.Builder, head, hang string, l *styled) int {
	lines := l.lines(t.width - uniseg.StringWidth(hang))
	for i, br := range lines {
		if i > 0 {
			b.WriteByte('\n')
			head = hang
		}
		b.WriteString(head)
		t.paint(b, l, br.from, br.to)
	}
	return lines[len(lines)-1].width
}
