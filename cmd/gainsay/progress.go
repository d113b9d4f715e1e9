package main

import (
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/schollz/progressbar/v3"
)

// few is how many documents are read without a progress bar.
const few = 4

// progress is the bar on standard error; its zero value shows nothing.
type progress struct {
	bar         *progressbar.ProgressBar
	done, total int // total is an estimate, -1 where there is none
}

// newProgress makes a bar where somebody watches standard error. Where the readings themselves run down the same
// terminal they are progress enough, and a bar would stand among them.
func newProgress(s *surroundings, c *readCommand, inputs []string) *progress {
	toFile := c.Output != "" && c.Output != "-"
	if c.Quiet || !isTerminal(s.stderr) || !toFile && isTerminal(s.stdout) {
		return &progress{}
	}
	total := estimate(inputs)
	if total >= 0 && total <= few {
		return &progress{}
	}
	return &progress{total: total, bar: progressbar.NewOptions(total,
		progressbar.OptionSetWriter(s.stderr),
		progressbar.OptionSetDescription("reading"),
		progressbar.OptionSetWidth(30),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("documents"),
		progressbar.OptionSpinnerType(14),
		progressbar.OptionSetRenderBlankState(false),
		progressbar.OptionClearOnFinish(),
	)}
}

// step counts one more document.
func (p *progress) step() {
	if p.done++; p.bar == nil || p.done <= few {
		return
	}
	if p.total >= 0 && p.done > p.total { // more than was estimated
		p.total = p.done
		p.bar.ChangeMax(p.total)
	}
	_ = p.bar.Set(p.done) // a bar that cannot be drawn is no reason to end a run
}

// clear takes the bar off the screen, so that a message can stand there; the next step draws it again.
func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

// estimate is about how many documents there are, by the names of the files; -1 where that cannot be told without
// reading: standard input and JSON lines.
func estimate(inputs []string) int {
	total := 0
	for _, input := range inputs {
		if input == "-" {
			return -1
		}
		if matches, err := filepath.Glob(input); err == nil && (len(matches) != 1 || matches[0] != input) {
			n := estimate(matches)
			if n < 0 {
				return -1
			}
			total += n
			continue
		}
		err := filepath.WalkDir(input, func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // it is reported when it is read
			case path != input && strings.HasPrefix(entry.Name(), ".") && entry.IsDir():
				return fs.SkipDir
			case records(path):
				return fs.ErrInvalid
			case !entry.IsDir():
				total++
			}
			return nil
		})
		if err != nil {
			return -1
		}
	}
	return total
}

func records(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".jsonl", ".ndjson":
		return true
	}
	return false
}
