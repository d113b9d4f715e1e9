package gainsay_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the example in README.md anew")

// shownLine is the line of the sample whose statements README.md shows, below its words.
const shownLine = 11

func TestReadmeShowsWhatTheProgramPrints(t *testing.T) {
	watch(t) // the program is made of these files, and go test does not know
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	command := between(t, string(readme), "```sh\n", "\n```")
	shown := between(t, string(readme), "```text\n", "```")
	words := strings.Fields(command)
	if len(words) < 3 || words[0] != "go" || words[1] != "run" {
		t.Fatalf("README.md: the first command is %q, want go run …", command)
	}
	var complaint bytes.Buffer
	program := exec.Command(words[0], words[1:]...)
	program.Stderr = &complaint
	out, err := program.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", command, err, &complaint)
	}
	printed := statementsOn(shownLine, string(out))
	switch {
	case printed == "":
		t.Errorf("%s prints no statements of line %d:\n%s", command, shownLine, out)
	case printed == shown:
	case *update:
		readme = bytes.Replace(readme, []byte("```text\n"+shown), []byte("```text\n"+printed), 1)
		if err := os.WriteFile("README.md", readme, 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("README.md shows\n%s\nthe program prints\n%s\nrefresh it with: go test . -update", shown, printed)
	}

	sample, err := os.ReadFile(words[len(words)-1])
	if err != nil {
		t.Fatal(err)
	}
	quoted := regexp.MustCompile(`(?m)(^> .*\n)+`).FindString(string(readme))
	quoted = strings.Join(strings.Fields(strings.ReplaceAll(quoted, "\n> ", " ")), " ")
	if line := strings.Split(string(sample), "\n")[shownLine-1]; quoted != "> "+line {
		t.Errorf("README.md quotes\n%s\nline %d of the sample is\n%s", quoted, shownLine, line)
	}
}

// statementsOn is the part of a text-format reading that holds the statements of one line.
func statementsOn(line int, printed string) string {
	place := regexp.MustCompile(fmt.Sprintf(`^s\d+ .* %d:\d+$`, line))
	var out []string
	for block := range strings.SplitSeq(strings.TrimRight(printed, "\n"), "\n\n") {
		first, _, _ := strings.Cut(block, "\n")
		if place.MatchString(first) {
			out = append(out, block+"\n")
		}
	}
	return strings.Join(out, "\n")
}

// between is what stands in text between the first open and the close after it.
func between(t *testing.T, text, open, close string) string {
	t.Helper()
	_, rest, found := strings.Cut(text, open)
	inner, _, closed := strings.Cut(rest, close)
	if !found || !closed {
		t.Fatalf("README.md: no %q … %q", open, close)
	}
	return inner
}
