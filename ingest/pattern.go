package ingest

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first asked for. All of this package's together take
// several milliseconds, which a program that reads none of what they are for should not spend at its start.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
