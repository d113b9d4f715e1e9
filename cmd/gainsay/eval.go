package main

import (
	"fmt"
	"os"

	"gainsay/evaluate"
)

type evalCommand struct {
	Attribution evalAttribution `cmd:"" help:"Score sources, cues, contents and statements against brat standoff gold in PolNeAR's layout."`
	Times       evalTimes       `cmd:"" help:"Score date expressions against TIMEX3 gold."`
}

// Help is printed below the summary.
func (*evalCommand) Help() string {
	return `Readings are what "gainsay read --format json" printed; gold is never used when reading.

Examples:

    gainsay read gold/text --format json -o readings.jsonl
    gainsay eval attribution gold readings.jsonl
    gainsay eval times gold.jsonl readings.jsonl --misses`
}

type evalAttribution struct {
	Gold     string `arg:"" name:"gold-dir" help:"Folder with text/NAME.txt and attributions/NAME_ANNOTATOR.ann."`
	Readings string `arg:"" name:"readings.jsonl" help:"Readings, one a line; - for standard input."`
	Each     bool   `help:"The scores of each article, too."`
	Format   string `enum:"text,json" default:"text" help:"Print text or json."`
}

// Help is printed below the summary.
func (*evalAttribution) Help() string {
	return `Spans are compared as sets of words. "exact" counts unbroken runs of words with both ends right, "words" counts words;
"statement, relaxed" counts one-to-one matches in which content and source each share half of their words,
"statement, exact" those in which both hold the same words.

Example:

    gainsay eval attribution polnear/dev readings.jsonl --each`
}

// Run scores and prints.
func (c *evalAttribution) Run(a *app) error {
	readings, err := a.open(c.Readings)
	if err != nil {
		return err
	}
	defer readings.Close()
	report, err := evaluate.Attribution(c.Gold, readings, c.Each)
	if err != nil {
		return err
	}
	return a.report(report, c.Format)
}

type evalTimes struct {
	Gold     string `arg:"" name:"gold.jsonl" help:"Articles, one a line, with name, published, text and times (span, type, value)."`
	Readings string `arg:"" name:"readings.jsonl" help:"Readings, one a line; - for standard input."`
	Each     bool   `help:"The scores of each article, too."`
	Misses   bool   `help:"List every date expression that was not found with its value."`
	Format   string `enum:"text,json" default:"text" help:"Print text or json."`
}

// Help is printed below the summary.
func (*evalTimes) Help() string {
	return `The measure is TempEval-3's: "strict" counts expressions with the same span, "relaxed" with any overlap, "type" and
"value" those that have the same TIMEX3 type and value, too.

Example:

    gainsay read gold.jsonl --format json | gainsay eval times gold.jsonl -`
}

// Run scores and prints.
func (c *evalTimes) Run(a *app) error {
	gold, err := a.open(c.Gold)
	if err != nil {
		return err
	}
	defer gold.Close()
	readings, err := a.open(c.Readings)
	if err != nil {
		return err
	}
	defer readings.Close()
	report, err := evaluate.Times(gold, readings, evaluate.TimesOptions{Each: c.Each, Misses: c.Misses})
	if err != nil {
		return err
	}
	return a.report(report, c.Format)
}

// open opens a file, or takes standard input for "-".
func (a *app) open(path string) (*os.File, error) {
	if path == "-" {
		return a.stdin, nil
	}
	f, err := os.Open(path)
	if os.IsNotExist(err) {
		return nil, fmt.Errorf("%s: no such file; check the path", path)
	}
	return f, err
}

func (a *app) report(r *evaluate.Report, format string) error {
	if format == "json" {
		return r.WriteJSON(a.stdout)
	}
	return r.WriteText(a.stdout)
}
