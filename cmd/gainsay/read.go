package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"gainsay"
	"gainsay/cmd/gainsay/internal/render"
	"gainsay/ingest"
)

// readCommand is `gainsay read`.
type readCommand struct {
	Inputs []string `arg:"" optional:"" name:"input" help:"Files, folders or patterns; - is standard input, which is also read where nothing is named. Plain text, HTML (.html) and one JSON record a line (.jsonl)."`

	Format    string  `short:"f" enum:"text,json,html" default:"text" help:"How to show the readings: ${enum}."`
	Output    string  `short:"o" placeholder:"FILE" help:"Write to a file, which is replaced only when all is written."`
	Published string  `placeholder:"DATE" help:"Day of publication of all documents, as YYYY-MM-DD."`
	Publisher string  `placeholder:"NAME" help:"Publisher of all documents."`
	MinScore  float64 `placeholder:"SCORE" help:"Leave out statements that the reader is less sure of, 0 to 1."`
	Jobs      int     `short:"j" placeholder:"N" help:"Documents to read at the same time (default: one for each processor)."`
	Color     string  `enum:"auto,always,never" default:"auto" help:"Colour the text format: ${enum}. NO_COLOR is honoured."`
	Quiet     bool    `short:"q" help:"No progress bar, and no word about files that are passed over in folders."`
}

// Help is shown below the flags' summary.
func (readCommand) Help() string {
	return `Examples:

    gainsay read article.txt
    gainsay read --published 1998-02-27 --publisher Monitor article.txt
    gainsay read --format html --output page.html article.html
    gainsay read --format json archive/ 'wire/*.jsonl' > readings.jsonl
    curl -s https://example.org/news | gainsay read

The exit code is 0 where all documents were read, 1 where one was not (the others are), 2 for a wrong command line.`
}

// Validate refuses values that no document can be read with.
func (c *readCommand) Validate() error {
	if c.Published != "" {
		if _, err := time.Parse(time.DateOnly, c.Published); err != nil {
			return fmt.Errorf("--published: %q is not a day of the calendar; write it as YYYY-MM-DD", c.Published)
		}
	}
	if c.Jobs < 0 {
		return fmt.Errorf("--jobs: %d is less than 1", c.Jobs)
	}
	if !(c.MinScore >= 0 && c.MinScore <= 1) {
		return fmt.Errorf("--min-score: %v is not within 0 to 1", c.MinScore)
	}
	return nil
}

// errNoInput is somebody at a terminal who named nothing to read.
var errNoInput = errors.New("nothing to read")

// Run reads and prints.
func (c *readCommand) Run(s *surroundings) (err error) {
	inputs := c.Inputs
	if len(inputs) == 0 {
		if isTerminal(s.stdin) {
			return errNoInput
		}
		inputs = []string{"-"}
	}
	reader, err := s.newReader()
	if err != nil {
		return err
	}
	out, err := create(c.Output, s.stdout)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.discard()) }() // does nothing to an output that was kept
	w, err := c.writer(s, out)
	if err != nil {
		return err
	}
	r := &readRun{command: c, writer: w, out: out, reader: reader, console: &console{
		stderr: s.stderr, quiet: c.Quiet, bar: newProgress(s, c, inputs),
	}}
	return r.all(s.context, inputs, s)
}

func (c *readCommand) writer(s *surroundings, out *output) (render.Writer, error) {
	switch c.Format {
	case "json":
		return render.NewJSON(out), nil
	case "html":
		return render.NewHTML(out)
	}
	terminal := c.Output == "" && isTerminal(s.stdout)
	return render.NewText(out, render.TextOptions{
		Width:  width(s.stdout, terminal),
		Colour: coloured(c.Color, terminal),
	}), nil
}

// readRun is one run of `gainsay read`.
type readRun struct {
	command *readCommand
	reader  gainsay.Reader
	writer  render.Writer
	out     *output
	console *console

	read, failed int
}

// outcome is what became of one document.
type outcome struct {
	item    ingest.Item
	reading *gainsay.Reading
	err     error
}

func (r *readRun) all(ctx context.Context, inputs []string, s *surroundings) error {
	c := r.command
	items := ingest.Open(ctx, ingest.Options{
		Published: c.Published, Publisher: c.Publisher, Skipped: r.console.skipped,
	}, inputs, s.stdin)
	jobs := c.Jobs
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var broken error
	for o := range inOrder(ctx, items, jobs, func(item ingest.Item) outcome { return r.one(ctx, item) }) {
		if broken = r.take(ctx, o); broken != nil {
			break
		}
	}
	r.console.close()
	return r.finish(ctx, broken)
}

// one reads one document. A fault of the program itself, which no document may bring about, costs that document alone.
func (r *readRun) one(ctx context.Context, item ingest.Item) (o outcome) {
	o = outcome{item: item, err: item.Err}
	if o.err != nil {
		return o
	}
	defer func() {
		if fault := recover(); fault != nil {
			o.reading, o.err = nil, fmt.Errorf("the reader failed: %v; this is a fault of the program, please report it", fault)
		}
	}()
	o.reading, o.err = r.reader.Read(ctx, item.Document)
	return o
}

// take prints one outcome. Its error means that nothing more can be printed.
func (r *readRun) take(ctx context.Context, o outcome) error {
	r.console.bar.step()
	if o.err != nil {
		if ctx.Err() == nil || !errors.Is(o.err, ctx.Err()) {
			r.failed++
			r.console.complain(placed(o.item, o.err))
		}
		return nil
	}
	atLeast(o.reading, r.command.MinScore)
	o.reading.Document.Text = o.item.Document.Text
	if err := r.writer.Write(o.reading); err != nil {
		return err
	}
	if err := r.out.flush(); err != nil {
		return err
	}
	r.read++
	return nil
}

// finish ends the output and finds the exit code.
func (r *readRun) finish(ctx context.Context, broken error) error {
	closed := r.writer.Close()
	if err := errors.Join(broken, closed); err != nil {
		return err
	}
	interrupted := ctx.Err() != nil
	if r.read > 0 || !interrupted && r.failed == 0 {
		if err := r.out.keep(); err != nil {
			return err
		}
	}
	switch {
	case interrupted:
		r.console.complain(fmt.Sprintf("interrupted; %d of the documents were read and are written whole", r.read))
		return exit(exitInterrupted)
	case r.failed > 0:
		return exit(exitUnread)
	}
	return nil
}
