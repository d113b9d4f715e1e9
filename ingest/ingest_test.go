package ingest

import (
	"strings"
	"time"

	"gainsay"
)

// clock stands still, so that no test's date comes to lie in the future or ceases to.
func clock() time.Time { return time.Date(2031, 3, 10, 12, 0, 0, 0, time.UTC) }

// noted tells whether one of the notes has all the parts.
func noted(notes []gainsay.Note, parts ...string) bool {
	for _, n := range notes {
		all := true
		for _, p := range parts {
			all = all && strings.Contains(n.Text, p)
		}
		if all {
			return true
		}
	}
	return false
}

func notesOf(d gainsay.Document) string {
	var all []string
	for _, n := range d.Notes {
		all = append(all, n.Text)
	}
	return strings.Join(all, "\n")
}
