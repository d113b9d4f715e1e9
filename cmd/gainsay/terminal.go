package main

import (
	"os"
	"runtime"
	"strconv"

	"golang.org/x/term"
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
	// Of the consoles of Windows only the newer terminal is sure to understand escape sequences.
	return when == "always" || runtime.GOOS != "windows" || os.Getenv("WT_SESSION") != "" || os.Getenv("TERM") != ""
}
