package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/mattn/go-colorable"
	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"gainsay/ingest"
)

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// width is how many columns the text format may use.
func width(stdout *os.File, terminal bool) int {
	if terminal {
		if columns, _, err := term.GetSize(int(stdout.Fd())); err == nil && columns > 0 {
			return columns
		}
	}
	if columns, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && columns > 0 {
		return columns
	}
	return 80
}

// coloured decides on --color. With auto, NO_COLOR (no-color.org) and a terminal that can do nothing forbid it.
func coloured(when string, terminal bool) bool {
	switch {
	case when == "never":
		return false
	case when == "auto" && (!terminal || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb"):
		return false
	}
	colorable.EnableColorsStdout(nil) // older Windows consoles have to be asked
	return true
}

// console is what a run says on standard error: complaints, and a progress bar below them.
type console struct {
	stderr *os.File
	quiet  bool
	shows  bool // whether a progress bar may be shown
	bar    *progressbar.ProgressBar
	done   int

	mu     sync.Mutex // guards what skipped, which is called from another goroutine, writes
	passed []string
}

// newConsole decides whether to show progress. Where the readings themselves run down the same terminal they are
// progress enough, and a bar would stand among them.
func newConsole(s *surroundings, c *readCommand) *console {
	toFile := c.Output != "" && c.Output != "-"
	return &console{stderr: s.stderr, quiet: c.Quiet, shows: !c.Quiet && isTerminal(s.stderr) && (toFile || !isTerminal(s.stdout))}
}

// few is how many documents are read without a progress bar.
const few = 5

// count tells of one more document.
func (c *console) count() {
	c.done++
	if !c.shows || c.done <= few {
		return
	}
	if c.bar == nil {
		// How many documents there are is known only when the last line of the last file has been read.
		c.bar = progressbar.NewOptions(-1,
			progressbar.OptionSetWriter(c.stderr),
			progressbar.OptionSetDescription("reading"),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("documents"),
			progressbar.OptionSpinnerType(14), progressbar.OptionClearOnFinish(),
		)
		c.note(c.bar.Set(c.done))
		return
	}
	c.note(c.bar.Add(1))
}

// note drops the bar where it cannot be drawn: it is no reason to end a run.
func (c *console) note(err error) {
	if err != nil {
		c.bar, c.shows = nil, false
	}
}

func (c *console) complain(what string) {
	if c.bar != nil {
		c.note(c.bar.Clear())
	}
	complain(c.stderr, what)
}

// skipped takes note of a file that a folder's walk passed over. Nobody expects hidden ones to be read.
func (c *console) skipped(path, why string) {
	if strings.HasPrefix(filepath.Base(path), ".") {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.passed = append(c.passed, path+": passed over: "+why)
}

// most is how many files that were passed over are named.
const most = 5

func (c *console) close() {
	if c.bar != nil {
		c.note(c.bar.Finish())
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.quiet {
		return
	}
	for i, what := range c.passed {
		if i == most && len(c.passed) > most+1 {
			complain(c.stderr, fmt.Sprintf("%d more were passed over in folders; name a file to have it read", len(c.passed)-most))
			break
		}
		complain(c.stderr, what)
	}
}

// placed is a failure as it is shown: PATH:LINE: what went wrong; what to do.
func placed(item ingest.Item, err error) string {
	what := err.Error()
	path, line := item.Path, item.Line
	var bad *ingest.Error
	if errors.As(err, &bad) {
		path, line, what = bad.Path, bad.Line, bad.What
		if bad.Do != "" {
			what += "; " + bad.Do
		}
	}
	switch {
	case path == "":
		return what
	case path == "-":
		path = "standard input"
	}
	if line > 0 {
		path += ":" + strconv.Itoa(line)
	}
	return path + ": " + what
}
