package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/schollz/progressbar/v3"
)

// few is how many documents are read without a progress bar.
const few = 4

// progress is the bar on standard error; its zero value shows nothing.
type progress struct {
	bar   *progressbar.ProgressBar
	steps int
}

// progress makes a bar if somebody watches standard error and nothing else is printed there.
func (a *app) progress(c *readCommand, paths []string) *progress {
	if c.Quiet || !isTerminal(a.stderr) || c.Output == "" && isTerminal(a.stdout) {
		return &progress{}
	}
	total := estimate(paths)
	if total >= 0 && total <= few {
		return &progress{}
	}
	return &progress{bar: progressbar.NewOptions(total,
		progressbar.OptionSetWriter(a.stderr),
		progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("documents"),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetRenderBlankState(false),
	)}
}

func (p *progress) step() {
	if p.steps++; p.bar == nil || p.steps <= few {
		return
	}
	if total := p.bar.GetMax(); total >= 0 && p.steps > total {
		p.bar.ChangeMax(p.steps + 1) // more than was estimated
	}
	_ = p.bar.Set(p.steps) // a bar that cannot be drawn is no reason to stop
}

// clear takes the bar off the screen, so that a message can stand there.
func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

// estimate is about how many documents there are, by the names of the files; -1 where that cannot be told without
// reading: standard input, patterns and JSON lines.
func estimate(paths []string) int {
	total := 0
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return -1
		}
		if !info.IsDir() {
			if records(path) {
				return -1
			}
			total++
			continue
		}
		err = filepath.WalkDir(path, func(p string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // it will be reported when it is read
			case p != path && strings.HasPrefix(entry.Name(), ".") && entry.IsDir():
				return fs.SkipDir
			case records(p):
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
	return strings.HasSuffix(path, ".jsonl") || strings.HasSuffix(path, ".ndjson")
}
