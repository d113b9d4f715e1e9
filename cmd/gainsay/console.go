package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"gainsay/ingest"
)

// console is what a run says on standard error: complaints, and a progress bar below them.
type console struct {
	stderr *os.File
	quiet  bool
	bar    *progress

	mu     sync.Mutex // guards passed and first: the walk goes on in a goroutine of its own
	passed int
	first  string
}

func (c *console) complain(what string) {
	c.bar.clear()
	complain(c.stderr, what)
}

// skipped takes note of a file that a folder's walk passed over. Nobody expects hidden ones to be read.
func (c *console) skipped(path, why string) {
	if strings.HasPrefix(filepath.Base(path), ".") {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.passed == 0 {
		c.first = fmt.Sprintf("%s (%s)", path, why)
	}
	c.passed++
}

// close takes the bar away and says what was passed over, in one line.
func (c *console) close() {
	c.bar.clear()
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.quiet || c.passed == 0:
	case c.passed == 1:
		complain(c.stderr, "passed over: "+c.first+"; name a file to have it read all the same")
	default:
		complain(c.stderr, fmt.Sprintf("passed over: %d files, the first %s; name a file to have it read all the same", c.passed, c.first))
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
