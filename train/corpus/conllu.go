// Package corpus reads the training data into annotated documents: CoNLL-U trees, PolNeAR's attributions (brat
// standoff) and CoreNLP's analyses of the same texts, whose labels it maps from Universal Dependencies 1 to 2. It
// serves training and measuring alone; nothing of the program imports it.
package corpus

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"gainsay"
	"gainsay/nlp"
	"gainsay/nlp/tokenize"
)

// Document is one annotated text of a corpus. The flags tell which layers of Doc are annotated at all.
type Document struct {
	Name string
	Doc  *nlp.Doc

	UPOS, Names, Found bool
	Silver             bool // tags, trees and names are a program's
}

// ReadUD reads a gzipped CoNLL-U treebank. Texts are rebuilt from tokens and SpaceAfter; a paragraph mark is a blank
// line. A document of the treebank is one Document.
func ReadUD(path string) ([]Document, error) {
	var out []Document
	var b *builder
	err := sentences(path, func(s sentence) error {
		if s.newdoc != "" || b == nil {
			if b != nil {
				out = append(out, b.document())
			}
			b = &builder{name: s.newdoc}
		}
		b.ud(s)
		return nil
	})
	if b != nil {
		out = append(out, b.document())
	}
	return out, err
}

// ReadPolNeAR reads DIR.conllu.gz, DIR/text and DIR/attributions. Where several people annotated an article the first
// in the order of file names is taken, as the scorer does.
func ReadPolNeAR(dir string) ([]Document, error) {
	anns, err := filepath.Glob(filepath.Join(dir, "attributions", "*.ann"))
	if err != nil {
		return nil, err
	}
	sort.Strings(anns)
	first := map[string]string{}
	for _, a := range anns {
		base := strings.TrimSuffix(filepath.Base(a), ".ann")
		name := base[:strings.LastIndexByte(base, '_')]
		if first[name] == "" {
			first[name] = a
		}
	}
	var out []Document
	var cur *silver
	flush := func() error {
		if cur == nil {
			return nil
		}
		d := cur.document()
		if ann := first[cur.name]; ann != "" {
			found, err := readAnn(ann, d.Doc)
			if err != nil {
				return err
			}
			d.Doc.Found, d.Found = found, true
		}
		out = append(out, d)
		return nil
	}
	err = sentences(dir+".conllu.gz", func(s sentence) error {
		if s.newdoc != "" {
			if err := flush(); err != nil {
				return err
			}
			text, err := os.ReadFile(filepath.Join(dir, "text", s.newdoc+".txt"))
			if err != nil {
				return err
			}
			cur = newSilver(s.newdoc, string(text))
		}
		return cur.add(s)
	})
	if err == nil {
		err = flush()
	}
	return out, err
}

type sentence struct {
	newdoc string
	newpar bool
	rows   [][]string
}

func sentences(path string, yield func(sentence) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	r := bufio.NewReaderSize(z, 1<<20)
	var s sentence
	for n := 1; ; n++ {
		line, err := r.ReadString('\n')
		if err == io.EOF && line == "" {
			break
		}
		if err != nil && err != io.EOF {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "":
			if len(s.rows) > 0 {
				if err := yield(s); err != nil {
					return fmt.Errorf("%s:%d: %w", path, n, err)
				}
			}
			s = sentence{}
		case strings.HasPrefix(line, "# newdoc id = "):
			s.newdoc = strings.TrimPrefix(line, "# newdoc id = ")
		case strings.HasPrefix(line, "# newpar"):
			s.newpar = true
		case line[0] == '#':
		default:
			cols := strings.Split(line, "\t")
			if len(cols) != 10 {
				return fmt.Errorf("%s:%d: %d columns, want 10", path, n, len(cols))
			}
			s.rows = append(s.rows, cols)
		}
	}
	if len(s.rows) > 0 {
		return yield(s)
	}
	return nil
}

// builder makes a Doc of UD sentences that have no text file.
type builder struct {
	name  string
	text  strings.Builder
	runes int
	doc   nlp.Doc
	space bool
	par   int
}

func (b *builder) ud(s sentence) {
	gap := nlp.GapNone
	if b.space {
		gap = nlp.GapSpace
	}
	if len(b.doc.Tokens) == 0 {
		gap = nlp.GapParagraph
	} else if s.newpar {
		gap = nlp.GapParagraph
		b.write("\n\n")
		b.par++
	} else if b.space {
		b.write(" ")
	}
	first := len(b.doc.Tokens)
	glued, gluedTo := "", 0 // a multiword token such as "don't" over its words
	for _, r := range s.rows {
		id, after, isRange := strings.Cut(r[0], "-")
		if isRange {
			glued = r[9]
			gluedTo, _ = strconv.Atoi(after)
			continue
		}
		n, err := strconv.Atoi(id)
		if err != nil {
			continue // an empty node of the enhanced graph
		}
		if len(b.doc.Tokens) > first {
			gap = nlp.GapNone
			if b.space {
				gap = nlp.GapSpace
				b.write(" ")
			}
		}
		misc := r[9]
		b.space = !strings.Contains(misc, "SpaceAfter=No")
		if n < gluedTo {
			b.space = false
		} else if n == gluedTo {
			b.space = !strings.Contains(glued, "SpaceAfter=No")
		}
		start, startRune := b.text.Len(), b.runes
		b.write(r[1])
		head, _ := strconv.Atoi(r[6])
		b.doc.Tokens = append(b.doc.Tokens, nlp.Token{
			Start: start, End: b.text.Len(), Rune: startRune, EndRune: b.runes, Gap: gap,
			Sentence: len(b.doc.Sentences), Tag: r[4], UPOS: r[3], Lemma: r[2], Head: first + head - 1, Rel: r[7],
		})
		if head == 0 {
			b.doc.Tokens[len(b.doc.Tokens)-1].Head = -1
		}
	}
	b.doc.Sentences = append(b.doc.Sentences, nlp.Sentence{First: first, Last: len(b.doc.Tokens), Paragraph: b.par})
}

func (b *builder) write(s string) {
	b.text.WriteString(s)
	b.runes += utf8.RuneCountInString(s)
}

func (b *builder) document() Document {
	b.doc.Text = b.text.String()
	tokenize.MarkQuotes(&b.doc)
	return Document{Name: b.name, Doc: &b.doc, UPOS: true}
}

// silver makes a Doc of CoreNLP's rows over a text that they point into.
type silver struct {
	name  string
	index *gainsay.Index
	doc   nlp.Doc
	ner   []string
}

func newSilver(name, text string) *silver {
	return &silver{name: name, index: gainsay.NewIndex(text), doc: nlp.Doc{Text: text}}
}

func (c *silver) add(s sentence) error {
	first := len(c.doc.Tokens)
	for _, r := range s.rows {
		t := nlp.Token{Sentence: len(c.doc.Sentences), Tag: r[4], Lemma: r[2], Rel: r[7]}
		ner := ""
		for kv := range strings.SplitSeq(r[9], "|") {
			k, v, _ := strings.Cut(kv, "=")
			switch k {
			case "Start":
				t.Rune, _ = strconv.Atoi(v)
			case "End":
				t.EndRune, _ = strconv.Atoi(v)
			case "NER":
				ner = v
			}
		}
		t.Start, t.End = c.index.Byte(t.Rune), c.index.Byte(t.EndRune)
		if t.End <= t.Start {
			return fmt.Errorf("%s: token %s at %d to %d is empty", c.name, r[1], t.Rune, t.EndRune)
		}
		t.Gap = nlp.GapParagraph
		if n := len(c.doc.Tokens); n > 0 {
			between := c.doc.Text[min(c.doc.Tokens[n-1].End, t.Start):t.Start]
			switch {
			case between == "":
				t.Gap = nlp.GapNone
			case !strings.Contains(between, "\n"):
				t.Gap = nlp.GapSpace
			}
		}
		head, err := strconv.Atoi(r[6])
		if err != nil {
			return fmt.Errorf("%s: head %q of token %s", c.name, r[6], r[0])
		}
		t.Head = first + head - 1
		if head == 0 {
			t.Head = -1
		}
		c.doc.Tokens = append(c.doc.Tokens, t)
		c.ner = append(c.ner, ner)
	}
	par := 0
	if n := len(c.doc.Sentences); n > 0 {
		par = c.doc.Sentences[n-1].Paragraph
		if c.doc.Tokens[first].Gap == nlp.GapParagraph {
			par++
		}
	}
	c.doc.Sentences = append(c.doc.Sentences, nlp.Sentence{First: first, Last: len(c.doc.Tokens), Paragraph: par})
	return nil
}

var nerKind = map[string]gainsay.EntityKind{
	"PERSON": gainsay.Person, "ORGANIZATION": gainsay.Organisation, "LOCATION": gainsay.Place, "MISC": gainsay.Misc,
}

func (c *silver) document() Document {
	d := &c.doc
	for _, s := range d.Sentences {
		for i := s.First; i < s.Last; {
			kind := nerKind[c.ner[i]]
			j := i + 1
			for kind != "" && j < s.Last && c.ner[j] == c.ner[i] {
				j++
			}
			if kind != "" {
				d.Names = append(d.Names, nlp.Name{First: i, Last: j, Kind: kind})
			}
			i = j
		}
		toUD2(d, s)
	}
	tokenize.MarkQuotes(d)
	return Document{Name: c.name, Doc: d, Names: true, Silver: true}
}
