package lexicon

import (
	"fmt"
	"strings"
)

// Section is one section of a word list: the text between the brackets of its header, and its entries in order.
type Section struct {
	Header  string
	Line    int
	Entries []Entry
}

// Entry is one entry of a section and the line on which it begins.
type Entry struct {
	Text string
	Line int
}

// Sections reads a word list: "[header]" opens a section, entries follow, separated by commas and line ends, blanks
// within an entry count once, "#" opens a comment. A header without entries, an entry before the first header and an
// entry that stands in one section twice are errors; every error begins with "name:line:".
func Sections(name, text string) ([]Section, error) {
	var out []Section
	var seen map[string]int
	line := 0
	for l := range strings.Lines(text) {
		line++
		l, _, _ = strings.Cut(strings.TrimRight(l, "\r\n"), "#")
		l = strings.TrimSpace(l)
		if h, ok := strings.CutPrefix(l, "["); ok {
			h, ok = strings.CutSuffix(h, "]")
			if h = strings.TrimSpace(h); !ok || h == "" {
				return nil, fmt.Errorf("%s:%d: section header %q: write it as [header]", name, line, l)
			}
			if err := full(name, out); err != nil {
				return nil, err
			}
			out = append(out, Section{Header: h, Line: line})
			seen = map[string]int{}
			continue
		}
		for e := range strings.SplitSeq(l, ",") {
			e = strings.Join(strings.Fields(e), " ")
			if e == "" {
				continue
			}
			if len(out) == 0 {
				return nil, fmt.Errorf("%s:%d: %q stands before the first section header", name, line, e)
			}
			if first, ok := seen[e]; ok {
				return nil, fmt.Errorf("%s:%d: %q stands in this section already, on line %d", name, line, e, first)
			}
			seen[e] = line
			s := &out[len(out)-1]
			s.Entries = append(s.Entries, Entry{e, line})
		}
	}
	if err := full(name, out); err != nil {
		return nil, err
	}
	return out, nil
}

// full refuses a last section that has no entries.
func full(name string, ss []Section) error {
	if n := len(ss); n > 0 && len(ss[n-1].Entries) == 0 {
		return fmt.Errorf("%s:%d: section [%s] has no entries", name, ss[n-1].Line, ss[n-1].Header)
	}
	return nil
}
