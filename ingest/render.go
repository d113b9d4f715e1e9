package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// render is the text of a node as a reader of the page sees it: blocks apart by blank lines, white space as a browser
// shows it, and no words that are not on the page.
func render(n *html.Node) string {
	if n == nil {
		return ""
	}
	w := newWriter()
	w.node(n)
	return strings.Join(w.blocks(), "\n\n")
}

// blockTags begin and end a paragraph.
var blockTags = map[string]bool{"address": true, "article": true, "aside": true, "blockquote": true, "body": true,
	"caption": true, "center": true, "dd": true, "details": true, "dialog": true, "dir": true, "div": true, "dl": true,
	"dt": true, "fieldset": true, "figcaption": true, "figure": true, "footer": true, "form": true, "h1": true, "h2": true,
	"h3": true, "h4": true, "h5": true, "h6": true, "header": true, "hgroup": true, "hr": true, "html": true, "legend": true,
	"li": true, "main": true, "menu": true, "nav": true, "ol": true, "p": true, "pre": true, "section": true,
	"summary": true, "table": true, "tbody": true, "tfoot": true, "thead": true, "tr": true, "ul": true}

// leftOut is never part of an article's words.
var leftOut = map[string]bool{"audio": true, "button": true, "canvas": true, "datalist": true, "footer": true, "head": true,
	"iframe": true, "math": true, "nav": true, "noembed": true, "noframes": true, "noscript": true,
	"object": true, "script": true, "select": true, "style": true, "svg": true, "template": true, "textarea": true,
	"title": true, "video": true}

// writer gathers text into blocks.
type writer struct {
	done   []string
	block  strings.Builder
	gap    gap                   // what stands before the next word
	pre    int                   // open <pre> elements
	quotes int                   // open <q> elements
	skip   func(*html.Node) bool // further elements to leave out; may be nil
}

// gap is the white space that is due before the next word of a block.
type gap uint8

const (
	gapNone gap = iota
	gapSpace
	gapCell
	gapLine
)

func newWriter() *writer { return &writer{} }

// blocks ends the text.
func (w *writer) blocks() []string {
	w.end()
	return w.done
}

// node writes a tree. The parser builds none deeper than 512, so that recursion is safe.
func (w *writer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if leftOut[n.Data] || w.skip != nil && w.skip(n) {
			return
		}
		w.open(n.Data)
		defer w.close(n.Data)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *writer) open(tag string) {
	switch {
	case tag == "br":
		if w.gap == gapLine { // <br><br> is how old pages write a paragraph
			w.end()
		} else {
			w.gap = gapLine
		}
	case tag == "td" || tag == "th":
		w.gap = max(w.gap, gapCell)
	case tag == "q":
		// Browsers show the marks of <q>; without them the words would be no quotation.
		w.word(quoteMarks[w.quotes%2][0])
		w.quotes++
	case blockTags[tag]:
		w.end()
		if tag == "pre" {
			w.pre++
		}
	}
}

func (w *writer) close(tag string) {
	switch {
	case tag == "q" && w.quotes > 0:
		w.quotes--
		w.gap = gapNone
		w.word(quoteMarks[w.quotes%2][1])
	case blockTags[tag]:
		w.end()
		if tag == "pre" && w.pre > 0 {
			w.pre--
		}
	}
}

var quoteMarks = [2][2]string{{"“", "”"}, {"‘", "’"}}

// text writes words. White space counts as one space, and in <pre> a line's end as a line's end.
func (w *writer) text(s string) {
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		if unicode.IsSpace(r) {
			switch {
			case w.pre > 0 && r == '\n' && w.gap == gapLine:
				w.end()
			case w.pre > 0 && r == '\n':
				w.gap = gapLine
			default:
				w.gap = max(w.gap, gapSpace)
			}
			s = s[n:]
			continue
		}
		end := strings.IndexFunc(s, unicode.IsSpace)
		if end < 0 {
			end = len(s)
		}
		w.word(s[:end])
		s = s[end:]
	}
}

func (w *writer) word(s string) {
	if strings.IndexFunc(s, notPlain) >= 0 { // few words have any; the replacer is slow
		s = strings.ToValidUTF8(invisible.Replace(s), "\ufffd")
	}
	if s == "" {
		return
	}
	if w.block.Len() > 0 {
		w.block.WriteString([...]string{"", " ", "\t", "\n"}[w.gap])
	}
	w.gap = gapNone
	w.block.WriteString(s)
}

func notPlain(r rune) bool { return r > unicode.MaxASCII || r == 0 }

// Soft hyphens and zero-width spaces mark where a line may break and are not seen; they would cut words in two.
var invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\ufeff", "", "\u2060", "", "\x00", "\ufffd")

func (w *writer) end() {
	if w.block.Len() > 0 {
		w.done = append(w.done, w.block.String())
		w.block.Reset()
	}
	w.gap = gapNone
}

// bareWords is a text without case, spaces and marks.
func bareWords(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
