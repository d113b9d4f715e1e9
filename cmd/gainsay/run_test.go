package main

import (
	"bufio"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"gainsay"
)

func TestInOrderKeepsOrderAndBounds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const jobs, things = 3, 40
		drawn, yielded := 0, 0
		in := func(yield func(int) bool) {
			for i := range things {
				drawn++
				if !yield(i) {
					return
				}
			}
		}
		release := make(chan struct{}) // the first thing takes longer than all that follow
		work := func(i int) int {
			if i == 0 {
				<-release
			}
			return i
		}
		var got []int
		finished := make(chan struct{})
		go func() {
			defer close(finished)
			for i := range inOrder(t.Context(), in, jobs, work) {
				got = append(got, i)
				yielded++
			}
		}()
		synctest.Wait() // nothing moves any more: all wait for the first
		if yielded != 0 || drawn > 3*jobs+2 {
			t.Errorf("%d things drawn and %d yielded while the first was still worked on", drawn, yielded)
		}
		close(release)
		<-finished
		if len(got) != things || !slices.IsSorted(got) {
			t.Errorf("got %v", got)
		}
	})
}

func TestInOrderYieldsWhatHasBegunAtTheEndOfItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		blocked := make(chan struct{}) // as standard input blocks
		in := func(yield func(int) bool) {
			if yield(1) && yield(2) {
				<-blocked
			}
		}
		release := make(chan struct{})
		var got []int
		finished := make(chan struct{})
		go func() {
			defer close(finished)
			for i := range inOrder(ctx, in, 2, func(i int) int { <-release; return i }) {
				got = append(got, i)
			}
		}()
		synctest.Wait()
		cancel()
		synctest.Wait()
		close(release)
		<-finished
		close(blocked)
		if !slices.Equal(got, []int{1, 2}) {
			t.Errorf("got %v", got)
		}
	})
}

// The program is stopped while it waits for standard input, after it has read one file.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be sent an interrupt")
	}
	sample, err := filepath.Abs("../../testdata/sample.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"json", "html"} {
		t.Run(format, func(t *testing.T) {
			page := filepath.Join(t.TempDir(), "out")
			cmd := exec.CommandContext(t.Context(), "gainsay", "read", "--jobs=1", "--format=json", sample, "-")
			if format == "html" {
				cmd = exec.CommandContext(t.Context(), "gainsay", "read", "--jobs=1", "--format=html", "--output", page, sample, sample+"x", "-")
			}
			stdin, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			defer stdin.Close()
			var signs, rest *bufio.Reader // what tells that the first document is done, and the other stream
			stdout, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			stderr, err := cmd.StderrPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			signs, rest = bufio.NewReader(stdout), bufio.NewReader(stderr)
			if format == "html" { // the complaint about the second input comes after the first is written
				signs, rest = rest, signs
			}
			line, err := signs.ReadString('\n')
			if err != nil {
				t.Fatal(err)
			}
			if format == "json" && !strings.HasPrefix(line, `{"document":{"name":"sample.txt"`) {
				t.Errorf("got %q", line)
			}
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
			last := rest
			if format == "html" {
				last = signs
			}
			if said, err := last.ReadString('\n'); err != nil || !strings.Contains(said, "interrupted; 1 of the documents") {
				t.Errorf("on standard error %q, %v", said, err)
			}
			var exited *exec.ExitError
			if err := cmd.Wait(); !errors.As(err, &exited) || exited.ExitCode() != 130 {
				t.Errorf("ended with %v, want exit code 130", err)
			}
			if format == "html" {
				got, err := os.ReadFile(page)
				if err != nil || !strings.HasSuffix(string(got), "</html>\n") {
					t.Errorf("the page is not whole: %v, %d bytes", err, len(got))
				}
			}
		})
	}
}

// faulty fails on one document as a fault of the program would.
type faulty struct{}

func (faulty) Read(_ context.Context, d gainsay.Document) (*gainsay.Reading, error) {
	if strings.Contains(d.Text, "fatal") {
		panic("index out of range")
	}
	return &gainsay.Reading{Document: d, Reader: "test"}, nil
}

func TestAFaultCostsOneDocument(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": "One.", "b.txt": "A fatal one.", "c.txt": "Three."} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out, errs := file(t), file(t)
	s := &surroundings{t.Context(), nil, out, errs, func() (gainsay.Reader, error) { return faulty{}, nil }}
	err := (&readCommand{Inputs: []string{dir}, Format: "json", Color: "never"}).Run(s)
	if !errors.Is(err, exit(exitUnread)) {
		t.Errorf("got %v, want exit code 1", err)
	}
	if got := contents(t, out); strings.Count(got, "\n") != 2 || !strings.Contains(got, "a.txt") || !strings.Contains(got, "c.txt") {
		t.Errorf("printed %s", got)
	}
	if got := contents(t, errs); !strings.Contains(got, "b.txt: the reader failed: index out of range; ") {
		t.Errorf("said %s", got)
	}
}

func file(t *testing.T) *os.File {
	t.Helper()
	f, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func contents(t *testing.T, f *os.File) string {
	t.Helper()
	data, err := os.ReadFile(f.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestAtLeast(t *testing.T) {
	r := &gainsay.Reading{Statements: []gainsay.Statement{
		{ID: "s1", Score: 0.9},
		{ID: "s2", Inside: "s1", Score: 0.2},
		{ID: "s3", Inside: "s2", Score: 0.5},
		{ID: "s4", Score: 0.1},
		{ID: "s5", Inside: "s4", Score: 0.8},
		{ID: "s6", Inside: "s7", Score: 0.1}, // each holds the other
		{ID: "s7", Inside: "s6", Score: 0.1},
		{ID: "s8", Inside: "s7", Score: 0.7},
	}}
	atLeast(r, 0.5)
	var got []string
	for _, s := range r.Statements {
		got = append(got, string(s.ID)+"<"+string(s.Inside))
	}
	if want := "s1< s3<s1 s5< s8<"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestColoured(t *testing.T) {
	for _, tt := range []struct {
		name, when, noColor, term string
		terminal, want            bool
	}{
		{"terminal", "auto", "", "xterm", true, true},
		{"pipe", "auto", "", "xterm", false, false},
		{"NO_COLOR", "auto", "1", "xterm", true, false},
		{"dumb terminal", "auto", "", "dumb", true, false},
		{"flag beats NO_COLOR", "always", "1", "dumb", false, true},
		{"never", "never", "", "xterm", true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv("NO_COLOR", tt.noColor)
			t.Setenv("TERM", tt.term)
			if got := coloured(tt.when, tt.terminal); got != tt.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestEstimate(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "under/c.txt", ".hidden/d.txt", "records/e.jsonl"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	in := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	for name, tt := range map[string]struct {
		inputs []string
		want   int
	}{
		"file":           {[]string{in("a.txt")}, 1},
		"folder":         {[]string{in("under"), in("a.txt")}, 2},
		"hidden folder":  {[]string{in("under"), in(".hidden"), in("under")}, 3},
		"pattern":        {[]string{in("*.txt")}, 2},
		"missing":        {[]string{in("nothing.txt"), in("a.txt")}, 1},
		"standard input": {[]string{in("a.txt"), "-"}, -1},
		"records":        {[]string{in("records/e.jsonl")}, -1},
		"with records":   {[]string{dir}, -1},
	} {
		t.Run(name, func(t *testing.T) {
			if got := estimate(tt.inputs); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}
