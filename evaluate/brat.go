package evaluate

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gainsay"
)

// article is one annotated text.
type article struct {
	name        string
	text        string // path
	annotations string // path of the first annotator's file
}

// openGold lists the articles of a folder in the order of their annotation files' names.
func openGold(dir string) ([]article, error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(escapeGlob(dir), "attributions", "*.ann"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s has no attributions/*.ann; give the folder that holds text and attributions", dir)
	}
	slices.Sort(paths)
	var out []article
	seen := map[string]bool{}
	for _, p := range paths {
		name := strings.TrimSuffix(filepath.Base(p), ".ann")
		if i := strings.LastIndexByte(name, '_'); i >= 0 {
			name = name[:i] // what follows is the annotator
		}
		if !seen[name] {
			seen[name] = true
			out = append(out, article{name, filepath.Join(dir, "text", name+".txt"), p})
		}
	}
	return out, nil
}

func (a article) read() (string, []statement, error) {
	text, err := os.ReadFile(a.text)
	if err != nil {
		return "", nil, err
	}
	if !utf8.Valid(text) {
		return "", nil, fmt.Errorf("%s is not UTF-8; convert it, and its offsets with it", a.text)
	}
	annotations, err := os.ReadFile(a.annotations)
	if err != nil {
		return "", nil, err
	}
	statements, err := parseBrat(string(annotations))
	if err != nil {
		return "", nil, fmt.Errorf("%s:%w", a.annotations, err)
	}
	return string(text), statements, nil
}

var (
	lineEnds    = strings.NewReplacer("\r\n", "\n", "\r", "\n")
	finalDigits = regexp.MustCompile(`[0-9]+$`)
)

// parseBrat reads the attributions of a brat standoff file: "T" lines carry spans, "E" lines tie them together. Other
// lines are passed over, and so are attributions without a content. Its errors begin with the line number.
func parseBrat(file string) ([]statement, error) {
	spans := map[string]gainsay.Spans{}
	type event struct {
		line int
		args []string
	}
	var events []event
	for i, line := range strings.Split(lineEnds.Replace(file), "\n") {
		fields := strings.Split(line, "\t")
		if len(fields) < 2 { // the tail of a covered text that holds a line break
			continue
		}
		switch {
		case strings.HasPrefix(line, "T"):
			ss, err := parseSpans(fields[1])
			if err != nil {
				return nil, fmt.Errorf("%d: %w", i+1, err)
			}
			spans[fields[0]] = ss
		case strings.HasPrefix(line, "E"):
			if args := strings.Fields(fields[1]); len(args) > 0 && strings.HasPrefix(args[0], "Attribution") {
				events = append(events, event{i + 1, args[1:]})
			}
		}
	}
	var out []statement
	for _, e := range events {
		var s statement
		for _, arg := range e.args {
			name, ref, ok := strings.Cut(arg, ":")
			if !ok || strings.Contains(ref, ":") {
				return nil, fmt.Errorf("%d: %q is not ROLE:ID", e.line, arg)
			}
			// brat numbers repeated roles: Content, Content2.
			role := slices.Index(roleNames[:], strings.ToLower(finalDigits.ReplaceAllString(name, "")))
			if role >= 0 {
				s[role] = append(s[role], spans[ref]...)
			}
		}
		if len(s[content]) > 0 {
			out = append(out, s)
		}
	}
	return out, nil
}

// parseSpans reads "Content 115 290" or, of a discontinuous span, "Content 115 120;140 150".
func parseSpans(field string) (gainsay.Spans, error) {
	_, offsets, ok := strings.Cut(field, " ")
	if !ok {
		return nil, fmt.Errorf("%q is not KIND START END", field)
	}
	var out gainsay.Spans
	for pair := range strings.SplitSeq(offsets, ";") {
		f := strings.Fields(pair)
		if len(f) != 2 {
			return nil, fmt.Errorf("%q is not START END", pair)
		}
		start, err := strconv.Atoi(f[0])
		if err != nil {
			return nil, fmt.Errorf("offset: %w", err)
		}
		end, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, fmt.Errorf("offset: %w", err)
		}
		out = append(out, gainsay.Span{Start: start, End: end})
	}
	return out, nil
}

var globMeta = regexp.MustCompile(`[*?\[]`)

// escapeGlob takes a folder's name as it is, even where it holds a glob's special characters.
func escapeGlob(dir string) string { return globMeta.ReplaceAllString(dir, "[$0]") }
