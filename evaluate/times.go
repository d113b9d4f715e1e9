package evaluate

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"gainsay"
)

// timed is an article of the gold, or a reading, with its date expressions.
type timed struct {
	Name      string
	Published string
	Text      string
	Times     *[]timex
}

// timex is a date expression as TIMEX3 has it. A nil Type or Value is one that is not stated.
type timex struct {
	Span  *gainsay.Span
	Type  *string
	Value *string
}

// TimesOptions says what a report of [Times] lists beside the totals.
type TimesOptions struct {
	Each   bool // the scores of each article
	Misses bool // each gold expression that was not found with its value
}

// Times scores the date expressions of readings against TIMEX3 gold by TempEval-3's entity measure (UzZaman et al.,
// SemEval 2013). Gold is one JSON object a line: {"name", "published", "text", "times": [{"span", "type", "value"}]}.
// Each article needs a reading; of several the last counts. A prediction is matched to the gold expression that it
// overlaps most and that no earlier prediction has taken.
//
// "strict" counts matches with the same span, "relaxed" all matches, "type" and "value" those with the same TIMEX3 type
// and value. Calendar is the share of gold dates and times with a calendar value that were found with that value.
func Times(gold, readings io.Reader, opts TimesOptions) (*Report, error) {
	var articles []timed
	err := lines(gold, "gold", func(line []byte) error {
		var a timed
		if err := decode(line, &a); err != nil {
			return err
		}
		if a.Name == "" || a.Times == nil {
			return errors.New("not an annotated article: name or times is missing")
		}
		for _, t := range *a.Times {
			if t.Span == nil || t.Type == nil {
				return fmt.Errorf("%s: a time lacks its span or type", a.Name)
			}
		}
		articles = append(articles, a)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(articles) == 0 {
		return nil, errors.New("gold: there are no articles; give annotated ones, one JSON object a line")
	}
	read, err := readTimes(readings)
	if err != nil {
		return nil, err
	}
	var missing []string
	for _, a := range articles {
		if _, ok := read[a.Name]; !ok {
			missing = append(missing, a.Name)
		}
	}
	if len(missing) > 0 {
		return nil, fmt.Errorf("readings: none for %d articles (%s); read the gold file itself: `gainsay read --format json GOLD.jsonl`",
			len(missing), strings.Join(missing[:min(3, len(missing))], ", "))
	}
	report := &Report{Calendar: &Share{}}
	total := make([]Score, len(timeRows))
	for _, a := range articles {
		one, taken := a.score(read[a.Name])
		for i, s := range one {
			total[i].count(s.Hits, s.Gold, s.Predicted)
		}
		if opts.Each {
			report.Each = append(report.Each, Document{a.Name, one})
		}
		report.calendar(a, taken, opts.Misses)
	}
	for i, name := range timeRows {
		total[i].Name = name
	}
	report.Total = total
	return report, nil
}

var timeRows = []string{"strict", "relaxed", "type", "value"}

func readTimes(r io.Reader) (map[string][]timex, error) {
	out := map[string][]timex{}
	err := lines(r, "readings", func(line []byte) error {
		var reading struct {
			Document *struct{ Name string }
			Times    *[]timex
		}
		if err := decode(line, &reading); err != nil {
			return err
		}
		switch {
		case reading.Document == nil || reading.Document.Name == "":
			return errors.New("not a reading: document.name is missing")
		case reading.Times == nil:
			return fmt.Errorf("the reading of %s has no times; score the readings of a reader that finds dates", reading.Document.Name)
		}
		for _, t := range *reading.Times {
			if t.Span == nil {
				return fmt.Errorf("%s: a time lacks its span", reading.Document.Name)
			}
		}
		out[reading.Document.Name] = *reading.Times
		return nil
	})
	return out, err
}

// score matches predictions to gold; taken holds the prediction that each gold expression was matched with, or nil.
func (a timed) score(predicted []timex) (rows []Score, taken []*timex) {
	gold := *a.Times
	taken = make([]*timex, len(gold))
	rows = make([]Score, len(timeRows))
	for i, name := range timeRows {
		rows[i] = Score{Name: name, Gold: len(gold), Predicted: len(predicted)}
	}
	for i := range predicted {
		p := &predicted[i]
		best, most := -1, 0
		for g := range gold {
			overlap := min(p.Span.End, gold[g].Span.End) - max(p.Span.Start, gold[g].Span.Start)
			if taken[g] == nil && overlap > most {
				best, most = g, overlap
			}
		}
		if best < 0 {
			continue
		}
		g := gold[best]
		taken[best] = p
		for row, ok := range []bool{*p.Span == *g.Span, true, same(p.Type, g.Type), same(p.Value, g.Value)} {
			if ok {
				rows[row].Hits++
			}
		}
	}
	return rows, taken
}

// calendarValue is a TIMEX3 value that names a day, week, month, quarter or year of the calendar.
var calendarValue = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?|-W\d\d|-Q\d)?(T.*)?$`)

// calendar adds the article to the share of calendar values found and, where asked, lists what was missed.
func (r *Report) calendar(a timed, taken []*timex, misses bool) {
	index := gainsay.NewIndex(a.Text)
	for i, g := range *a.Times {
		found := taken[i] != nil && same(taken[i].Value, g.Value)
		value := show(g.Value, "")
		if (*g.Type == "DATE" || *g.Type == "TIME") && calendarValue.MatchString(value) {
			r.Calendar.Of++
			if found {
				r.Calendar.Hits++
			}
		}
		if misses && !found {
			read := "nothing"
			if taken[i] != nil {
				read = show(taken[i].Type, "no type") + " " + show(taken[i].Value, "no value")
			}
			r.Misses = append(r.Misses, Miss{a.Name, a.Published, index.Words(*g.Span), *g.Type, value, read})
		}
	}
}

func same(a, b *string) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

func show(s *string, none string) string {
	if s == nil {
		return none
	}
	return *s
}
