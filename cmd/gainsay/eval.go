package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"gainsay/evaluate"
)

// evalCommand is `gainsay eval`.
type evalCommand struct {
	Attribution evalAttribution `cmd:"" help:"Score sources, cues, contents and statements against PolNeAR's kind of gold."`
	Times       evalTimes       `cmd:"" help:"Score date expressions against TIMEX3 gold."`
}

// evalFlags are those of every kind of evaluation.
type evalFlags struct {
	Each   bool   `help:"Also show the figures of each document."`
	Format string `short:"f" enum:"text,json" default:"text" help:"How to show the figures: ${enum}."`
}

func (f evalFlags) print(s *surroundings, r *evaluate.Report) error {
	if f.Format == "json" {
		return r.WriteJSON(s.stdout)
	}
	return r.WriteText(s.stdout)
}

// evalAttribution is `gainsay eval attribution`.
type evalAttribution struct {
	evalFlags
	Gold     string `arg:"" help:"Folder with text/NAME.txt and attributions/NAME_ANNOTATOR.ann (brat standoff)."`
	Readings string `arg:"" help:"What gainsay read --format json printed for these texts; - is standard input."`
}

// Help is shown below the flags' summary.
func (evalAttribution) Help() string {
	return `Examples:

    gainsay read --format json gold/text > readings.jsonl
    gainsay eval attribution gold readings.jsonl
    gainsay eval attribution --each --format json gold readings.jsonl

"exact" counts unbroken runs of words, "words" counts words; a statement matches "relaxed" where its source and content each share half of their words with the gold's.`
}

// Run scores and prints.
func (c *evalAttribution) Run(s *surroundings) error {
	if info, err := os.Stat(c.Gold); err != nil {
		return unopened(c.Gold, err, "give the folder of the gold first, then the readings")
	} else if !info.IsDir() {
		return fmt.Errorf("%s: is a file; give the folder of the gold first, then the readings", c.Gold)
	}
	readings, err := open(c.Readings, s)
	if err != nil {
		return err
	}
	defer readings.Close()
	report, err := evaluate.Attribution(c.Gold, readings, c.Each)
	if err != nil {
		return err
	}
	return c.print(s, report)
}

// evalTimes is `gainsay eval times`.
type evalTimes struct {
	evalFlags
	Misses   bool   `help:"Also show each date of the gold that was not found with its value."`
	Gold     string `arg:"" help:"One object a line: name, published, text, times (span, type, value)."`
	Readings string `arg:"" help:"What gainsay read --format json printed for the gold file; - is standard input."`
}

// Help is shown below the flags' summary.
func (evalTimes) Help() string {
	return `Examples:

    gainsay read --format json gold.jsonl > readings.jsonl
    gainsay eval times gold.jsonl readings.jsonl
    gainsay eval times --misses gold.jsonl readings.jsonl`
}

// Run scores and prints.
func (c *evalTimes) Run(s *surroundings) error {
	gold, err := open(c.Gold, s)
	if err != nil {
		return err
	}
	defer gold.Close()
	readings, err := open(c.Readings, s)
	if err != nil {
		return err
	}
	defer readings.Close()
	report, err := evaluate.Times(gold, readings, evaluate.TimesOptions{Each: c.Each, Misses: c.Misses})
	if err != nil {
		return err
	}
	return c.print(s, report)
}

func open(name string, s *surroundings) (io.ReadCloser, error) {
	if name == "-" {
		return s.stdin, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, unopened(name, err, "check the name")
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, errors.Join(fmt.Errorf("%s: is a folder; give a file with one JSON object a line", name), f.Close())
	}
	return f, nil
}

// unopened says of a file what the system said of it.
func unopened(name string, err error, do string) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: no such file or folder; %s", name, do)
	}
	return fmt.Errorf("%s: %w; check that it may be read", name, err)
}
