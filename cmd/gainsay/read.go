package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"time"

	"gainsay"
	"gainsay/cmd/gainsay/internal/render"
	"gainsay/ingest"
)

type readCommand struct {
	Paths []string `arg:"" optional:"" name:"path" help:"Files, folders, patterns such as 'news/*.txt', or - for standard input: plain text, HTML, or JSON lines with name, url, publisher, title, published and text."`

	Format    string  `enum:"text,json,html" default:"text" help:"Print text for people, json (one reading a line), or html (one self-contained page). One of: text, json, html."`
	Published string  `placeholder:"YYYY-MM-DD" help:"When the documents were published, where they do not say so rightly themselves."`
	Publisher string  `placeholder:"NAME" help:"Who published the documents, where they do not say so rightly themselves."`
	MinScore  float64 `placeholder:"SCORE" help:"Leave out statements of which the reader is less sure than this, 0 to 1."`
	Jobs      int     `short:"j" default:"${jobs}" placeholder:"N" help:"How many documents to read at a time. The output keeps the input's order."`
	Output    string  `short:"o" placeholder:"FILE" help:"Write to FILE, which is replaced only when the output is whole."`
	Color     string  `enum:"auto,always,never" default:"auto" help:"Colour the text format: auto (on a terminal, unless NO_COLOR is set), always, never."`
	Quiet     bool    `short:"q" help:"No progress bar and no remarks on standard error; errors still."`
}

// Help is printed below the summary.
func (*readCommand) Help() string {
	return `Each statement is printed with its speaker, act and commitment, its place (line:column of the text), and its words:
[source], ‹cue› and «content».

Examples:

    gainsay read article.txt --published 1998-02-27
    gainsay read news/ --format json --output readings.jsonl
    gainsay read 'news/*.html' --format html -o page.html
    curl -s https://example.org/story | gainsay read -

Exit codes: 0 everything was read; 1 something was not read, the rest was; 2 wrong usage; 130 interrupted.`
}

// Run reads what the command line names.
func (c *readCommand) Run(a *app) error {
	if err := c.check(); err != nil {
		return usageError{err}
	}
	paths := c.Paths
	if len(paths) == 0 {
		if isTerminal(a.stdin) {
			return errExit(a.run([]string{"read", "--help"}))
		}
		paths = []string{"-"}
	}
	reader, err := a.newReader()
	if err != nil {
		return err
	}
	ctx, interrupted := stopOnSignal()
	skipped := 0
	items := ingest.Open(ctx, ingest.Options{
		Published: c.Published, Publisher: c.Publisher, Skipped: func(string, string) { skipped++ },
	}, paths, a.stdin)

	out, err := openOutput(c.Output, a.stdout)
	if err != nil {
		return err
	}
	defer out.discard()
	show, buffer, err := c.renderer(a, out)
	if err != nil {
		return err
	}
	bar := a.progress(c, paths)
	read, unread := 0, 0
	for r := range readAll(ctx, items, reader, c.Jobs) {
		bar.step()
		if r.Err != nil {
			unread++
			bar.clear()
			a.complain(r.Path, r.Line, r.Err)
			continue
		}
		read++
		atLeast(r.Reading, c.MinScore)
		if err = show.Write(r.Reading); err == nil {
			err = buffer.Flush()
		}
		if err != nil {
			break
		}
	}
	bar.clear()
	err = errors.Join(err, show.Close())
	if err == nil {
		err = buffer.Flush()
	}
	if err != nil {
		return fmt.Errorf("write output: %w", err)
	}
	if read > 0 || c.Output == "" {
		if err := out.commit(); err != nil {
			return err
		}
	}
	return c.close(a, interrupted(), read, unread, skipped)
}

// check finds faults in the flags' values.
func (c *readCommand) check() error {
	if _, err := time.Parse(time.DateOnly, c.Published); c.Published != "" && err != nil {
		return fmt.Errorf("--published: %q is not a day of the calendar, write it as YYYY-MM-DD", c.Published)
	}
	if c.Jobs < 1 {
		return fmt.Errorf("--jobs: must be at least 1, not %d", c.Jobs)
	}
	if !(c.MinScore >= 0 && c.MinScore <= 1) {
		return fmt.Errorf("--min-score: must be from 0 to 1, not %v", c.MinScore)
	}
	return nil
}

func (c *readCommand) renderer(a *app, out io.Writer) (render.Writer, *bufio.Writer, error) {
	buffer := bufio.NewWriterSize(out, 1<<16)
	switch c.Format {
	case "json":
		return render.NewJSON(buffer), buffer, nil
	case "html":
		w, err := render.NewHTML(buffer)
		return w, buffer, err
	}
	terminal := c.Output == "" && isTerminal(a.stdout)
	return render.NewText(buffer, render.TextOptions{
		Width: a.width(terminal), Colour: a.colour(c.Color, terminal),
	}), buffer, nil
}

// close says how the run ended.
func (c *readCommand) close(a *app, signal int, read, unread, skipped int) error {
	if !c.Quiet && skipped > 0 {
		a.say("%s passed over: hidden, or of a kind that is not read", files(skipped))
	}
	if signal != 0 {
		if !c.Quiet {
			a.say("stopped; %s read and written whole", documents(read))
		}
		return errExit(128 + signal)
	}
	if unread > 0 {
		switch {
		case c.Quiet:
		case read == 0 && c.Output != "":
			a.say("nothing was read; %s was not written", c.Output)
		case read+unread > 1:
			a.say("%s read, %d not", documents(read), unread)
		}
		return errExit(exitUnread)
	}
	return nil
}

// atLeast drops statements with a lower score; what was reported within one of them moves to the statement around it.
func atLeast(r *gainsay.Reading, score float64) {
	if score <= 0 {
		return
	}
	holder := map[gainsay.StatementID]gainsay.StatementID{} // of those dropped
	for _, s := range r.Statements {
		if s.Score < score {
			holder[s.ID] = s.Inside
		}
	}
	kept := make([]gainsay.Statement, 0, len(r.Statements))
	for _, s := range r.Statements {
		if _, dropped := holder[s.ID]; dropped {
			continue
		}
		for range len(holder) {
			up, dropped := holder[s.Inside]
			if !dropped {
				break
			}
			s.Inside = up
		}
		kept = append(kept, s)
	}
	r.Statements = kept
}

func documents(n int) string {
	if n == 1 {
		return "1 document"
	}
	return fmt.Sprintf("%d documents", n)
}

func files(n int) string {
	if n == 1 {
		return "1 file"
	}
	return fmt.Sprintf("%d files", n)
}
