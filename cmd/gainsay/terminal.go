package main

import (
	"os"
	"runtime"
	"strconv"

	"golang.org/x/term"
)

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// width is how many columns the text format has: the terminal's, else those of $COLUMNS, else 80.
func (a *app) width(terminal bool) int {
	if terminal {
		if w, _, err := term.GetSize(int(a.stdout.Fd())); err == nil && w > 0 {
			return w
		}
	}
	if w, err := strconv.Atoi(a.getenv("COLUMNS")); err == nil && w > 0 {
		return w
	}
	return 80
}

// colour decides on escape sequences; see https://no-color.org. Of the consoles of Windows only its newer terminal is
// sure to understand them.
func (a *app) colour(when string, terminal bool) bool {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	return terminal && a.getenv("NO_COLOR") == "" && a.getenv("TERM") != "dumb" &&
		(runtime.GOOS != "windows" || a.getenv("WT_SESSION") != "" || a.getenv("TERM") != "")
}
