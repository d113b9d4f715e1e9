package corpus

import (
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"

	"gainsay"
	"gainsay/nlp"
)

// readAnn reads PolNeAR's brat standoff file over the tokens of d. Attributions without content are left out, as the
// scorer leaves them out.
func readAnn(path string, d *nlp.Doc) ([]nlp.Attribution, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	spans := map[string][]nlp.Range{}
	var out []nlp.Attribution
	for line := range strings.Lines(string(raw)) {
		f := strings.SplitN(strings.TrimRight(line, "\r\n"), "\t", 3)
		if len(f) < 2 {
			continue // the tail of a covered text that holds a line break
		}
		switch {
		case strings.HasPrefix(line, "T"):
			_, offsets, _ := strings.Cut(f[1], " ")
			rs, err := ranges(d, offsets)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", path, f[0], err)
			}
			spans[f[0]] = rs
		case strings.HasPrefix(line, "E"):
			args := strings.Fields(f[1])
			if !strings.HasPrefix(args[0], "Attribution") {
				continue
			}
			a := nlp.Attribution{Inside: -1, Score: 1}
			for _, arg := range args[1:] {
				role, ref, _ := strings.Cut(arg, ":")
				switch strings.TrimRight(role, "0123456789") {
				case "Source":
					a.Source = merge(append(a.Source, spans[ref]...))
				case "Cue":
					a.Cue = merge(append(a.Cue, spans[ref]...))
				case "Content":
					a.Content = merge(append(a.Content, spans[ref]...))
				}
			}
			if len(a.Content) > 0 {
				out = append(out, a)
			}
		}
	}
	return out, nil
}

// ranges are the runs of tokens that "s e;s e" overlaps.
func ranges(d *nlp.Doc, offsets string) ([]nlp.Range, error) {
	var out []nlp.Range
	for pair := range strings.SplitSeq(offsets, ";") {
		a, b, _ := strings.Cut(pair, " ")
		s, err1 := strconv.Atoi(a)
		e, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("offsets %q", offsets)
		}
		if r := Cover(d, gainsay.Span{Start: s, End: e}); r.First < r.Last {
			out = append(out, r)
		}
	}
	return merge(out), nil
}

// Cover is the range of tokens that s overlaps.
func Cover(d *nlp.Doc, s gainsay.Span) nlp.Range {
	first := sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].EndRune > s.Start })
	last := first
	for last < len(d.Tokens) && d.Tokens[last].Rune < s.End {
		last++
	}
	return nlp.Range{First: first, Last: last}
}

func merge(rs []nlp.Range) []nlp.Range {
	sort.Slice(rs, func(i, j int) bool { return rs[i].First < rs[j].First })
	out := rs[:0]
	for _, r := range rs {
		if n := len(out); n > 0 && r.First <= out[n-1].Last {
			out[n-1].Last = max(out[n-1].Last, r.Last)
			continue
		}
		out = append(out, r)
	}
	return out
}
