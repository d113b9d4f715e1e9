package evaluate

import (
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"gainsay"
)

// The roles of a statement's words.
const (
	source = iota
	cue
	content
	roles
)

var roleNames = [roles]string{"source", "cue", "content"}

// statement is the spans of one attribution, by role.
type statement [roles]gainsay.Spans

// Attribution scores readings against brat standoff gold in PolNeAR's layout: dir holds text/NAME.txt and
// attributions/NAME_ANNOTATOR.ann. Where several people annotated an article, the first by file name counts. An article
// without a reading counts as read without a statement; a reading of an article that is not in dir, or no reading at all,
// is an error.
//
// Spans are compared as sets of words (runs of letters and digits), so that a quotation mark or comma at an edge never
// counts. For each role there are two measures: "exact" counts unbroken runs of words with both ends right, "words"
// counts words. "statement, relaxed" counts one-to-one matches in which content and source each share half of their
// words (Jaccard index of at least 0.5), "statement, exact" those in which both hold the same words.
func Attribution(dir string, readings io.Reader, each bool) (*Report, error) {
	articles, err := openGold(dir)
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	predicted, err := readStatements(readings)
	if err != nil {
		return nil, err
	}
	for name := range predicted {
		if !slices.ContainsFunc(articles, func(a article) bool { return a.name == name }) {
			return nil, fmt.Errorf("readings: %s is not an article of %s; give the readings of that folder's texts", name, dir)
		}
	}
	report := &Report{}
	var total tally
	for _, a := range articles {
		text, gold, err := a.read()
		if err != nil {
			return nil, fmt.Errorf("gold: %w", err)
		}
		var one tally
		one.add(wordsOf(text), gold, predicted[a.name])
		total.sum(&one)
		if each {
			report.Each = append(report.Each, Document{a.name, one.scores()})
		}
	}
	if len(predicted) == 0 {
		return nil, errors.New("readings: there are none; make them with `gainsay read --format json`")
	}
	report.Total = total.scores()
	return report, nil
}

// readStatements gives the statements of each document by its name without folders and ".txt". Several readings of one
// name are taken together.
func readStatements(r io.Reader) (map[string][]statement, error) {
	out := map[string][]statement{}
	err := lines(r, "readings", func(line []byte) error {
		var reading struct {
			Document   *struct{ Name string }
			Statements *[]struct{ Source, Cue, Content gainsay.Spans }
		}
		if err := decode(line, &reading); err != nil {
			return err
		}
		if reading.Document == nil || reading.Document.Name == "" || reading.Statements == nil {
			return errors.New("not a reading: document.name or statements is missing")
		}
		name := strings.TrimSuffix(path.Base(reading.Document.Name), ".txt")
		if _, ok := out[name]; !ok {
			out[name] = nil // a document without a statement was read, too
		}
		for _, s := range *reading.Statements {
			out[name] = append(out[name], statement{s.Source, s.Cue, s.Content})
		}
		return nil
	})
	return out, err
}

// tally counts for one article or many.
type tally struct {
	exact, words     [roles]Score
	relaxed, perfect Score
}

func (t *tally) add(words []gainsay.Span, gold, predicted []statement) {
	g, p := wordSets(words, gold), wordSets(words, predicted)
	for role := range roles {
		gw, pw := union(g, role), union(p, role)
		t.words[role].count(len(both(gw, pw)), len(gw), len(pw))
		gr, pr := unbroken(g, role), unbroken(p, role)
		hits := 0
		for run := range pr {
			if gr[run] {
				hits++
			}
		}
		t.exact[role].count(hits, len(gr), len(pr))
	}
	t.relaxed.count(match(g, p, 0.5), len(g), len(p))
	t.perfect.count(match(g, p, 1), len(g), len(p))
}

func (t *tally) sum(o *tally) {
	for role := range roles {
		t.exact[role].count(o.exact[role].Hits, o.exact[role].Gold, o.exact[role].Predicted)
		t.words[role].count(o.words[role].Hits, o.words[role].Gold, o.words[role].Predicted)
	}
	t.relaxed.count(o.relaxed.Hits, o.relaxed.Gold, o.relaxed.Predicted)
	t.perfect.count(o.perfect.Hits, o.perfect.Gold, o.perfect.Predicted)
}

func (t *tally) scores() []Score {
	var out []Score
	named := func(name string, s Score) {
		s.Name = name
		out = append(out, s)
	}
	for role, name := range roleNames {
		named(name+" exact", t.exact[role])
	}
	for role, name := range roleNames {
		named(name+" words", t.words[role])
	}
	named("statement, relaxed", t.relaxed)
	named("statement, exact", t.perfect)
	return out
}

func (s *Score) count(hits, gold, predicted int) {
	s.Hits += hits
	s.Gold += gold
	s.Predicted += predicted
}
