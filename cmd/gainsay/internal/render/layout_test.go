package render

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"gainsay"
)

func TestNoLineIsWiderThanTheTerminal(t *testing.T) {
	for width := 40; width <= 120; width++ {
		var b bytes.Buffer
		all(t, NewText(&b, TextOptions{Width: width}), readings(t))
		for line := range strings.Lines(b.String()) {
			line = strings.TrimSuffix(line, "\n")
			if w := uniseg.StringWidth(line); w > width {
				t.Errorf("at %d columns a line has %d: %s", width, w, line)
			}
			if strings.TrimRight(line, " ") != line {
				t.Errorf("at %d columns a line ends with space: %q", width, line)
			}
		}
	}
}

// Colour adds to the text and changes nothing of it.
func TestColourIsNotTheOnlySign(t *testing.T) {
	var coloured, bare bytes.Buffer
	all(t, NewText(&coloured, TextOptions{Width: 80, Colour: true}), readings(t))
	all(t, NewText(&bare, TextOptions{Width: 80}), readings(t))
	escapes := regexp.MustCompile(`\x1b\[[0-9;]*m`)
	if !escapes.Match(coloured.Bytes()) || escapes.Match(bare.Bytes()) {
		t.Error("escape sequences where there should be none, or none where there should be some")
	}
	if got := escapes.ReplaceAllString(coloured.String(), ""); got != bare.String() {
		t.Errorf("without its colours the text is\n%s", got)
	}
}

func TestLines(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		width      int
		want       string
	}{
		{"at spaces", "the minister would not say", 14, "the minister|would not say"},
		{"exactly full", "the minister", 12, "the minister"},
		{"longer than a line", "Kirchenbank an", 6, "Kirche|nbank|an"},
		{"wide characters take two columns", "日本語の新聞", 6, "日本語|の新聞"},
		{"a flag is one word", "give the date with --published or so", 22, "give the date with|--published or so"},
		{"a combining accent stays", "cafe\u0301cafe\u0301", 4, "cafe\u0301|cafe\u0301"},
		{"nothing", "", 9, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, l := range line(tt.text, plain).lines(tt.width) {
				got = append(got, tt.text[l.from:l.to])
			}
			if strings.Join(got, "|") != tt.want {
				t.Errorf("got %q, want %q", strings.Join(got, "|"), tt.want)
			}
		})
	}
}

func TestClean(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"wrapped line":       {"one\n  two", "one two"},
		"paragraphs":         {"one\n\ntwo", "one ¶ two"},
		"escape sequence":    {"a\x1b[2Jb", "a␛[2Jb"},
		"bell and delete":    {"\a\x7f", "␇␡"},
		"right-to-left mark": {"a\u202eb", "a\ufffdb"},
		"C1 control":         {"a\u009bb", "a\ufffdb"},
		"no-break space":     {"a\u00a0b", "a\u00a0b"},
	} {
		if got := clean(tt.text); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

func TestBlocks(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"a paragraph a line", strings.Repeat("word ", 30) + "\n" + strings.Repeat("word ", 28) + "\n",
			[]string{strings.Repeat("word ", 30), strings.Repeat("word ", 28)}},
		{"broken at a width", "The minister said on Tuesday that nobody had\nasked her for a licence, and that none had\nbeen given.\n\nNext.\n",
			[]string{"The minister said on Tuesday that nobody had\nasked her for a licence, and that none had\nbeen given.", "Next."}},
		{"verse", "The sea\nis wide\nand grey", []string{"The sea", "is wide", "and grey"}},
		{"carriage returns", "One.\r\n\r\nTwo.\r\n", []string{"One.", "Two."}},
		{"nothing", " \n\n", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			index := gainsay.NewIndex(tt.text)
			var got []string
			for _, b := range blocks(tt.text, index) {
				got = append(got, index.Words(b))
			}
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestOrder(t *testing.T) {
	for _, tt := range []struct{ name, inside, want string }{
		{"flat", "1 2 3", "1 2 3"},
		{"nested below its holder", "1 2 3<1", "1 >3 2"},
		{"twice nested, holder later", "1<3 2 3<2", "2 >3 >>1"},
		{"holder not there", "1<9 2", "1 2"},
		{"holds itself", "1<1 2", "1 2"},
		{"hold one another", "1<2 2<1 3", "3 1 >2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var statements []gainsay.Statement
			for f := range strings.FieldsSeq(tt.inside) {
				id, inside, _ := strings.Cut(f, "<")
				statements = append(statements, gainsay.Statement{ID: gainsay.StatementID(id), Inside: gainsay.StatementID(inside)})
			}
			var got []string
			for _, p := range order(statements) {
				got = append(got, strings.Repeat(">", p.Depth)+string(p.ID))
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %v, want %s", got, tt.want)
			}
		})
	}
}

// Where the words of one statement overlap, cue goes before source and source before content.
func TestRunsDoNotOverlap(t *testing.T) {
	s := &gainsay.Statement{
		Source:  gainsay.Spans{{Start: 0, End: 10}},
		Cue:     gainsay.Spans{{Start: 8, End: 14}},
		Content: gainsay.Spans{{Start: 5, End: 30}, {Start: 40, End: 50}},
	}
	var got []string
	for _, r := range runs(s) {
		text, _ := r.MarshalJSON()
		got = append(got, roleNames[r.role]+string(text))
	}
	if want := "source[0,8] cue[8,14] content[14,30] content[40,50]"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// However statements nest and overlap, a page's paragraphs hold the words of the text in their order, each once.
func TestSegmentsReproduceTheText(t *testing.T) {
	for _, r := range readings(t) {
		index := gainsay.NewIndex(r.Document.Text)
		numbers := map[string]bool{}
		cut := &segmenter{index: index, pending: marksOf(r.Statements), ref: func(i int) ref { return refTo(r.Statements[i].ID, 1) }}
		for _, p := range blocks(r.Document.Text, index) {
			var got strings.Builder
			for _, s := range cut.paragraph(p) {
				got.WriteString(s.Text)
				for _, n := range s.Refs {
					numbers[n.Number] = true
				}
			}
			if want := shown(index.Words(p)); got.String() != want {
				t.Errorf("got %q, want %q", got.String(), want)
			}
		}
		if len(numbers) != len(r.Statements) {
			t.Errorf("%s: %d of %d statements are numbered in the text", r.Document.Name, len(numbers), len(r.Statements))
		}
	}
}
