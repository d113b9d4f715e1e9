package gainsay_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// module is the root package's path; rooms are named by what follows it.
const module = "gainsay"

// anything stands in the table for a room that may import every other.
const anything = "*"

// rooms says which packages of ours each package may import: downward only, and no stage another stage. ARCHITECTURE.md
// tells why. A path that ends in /... stands for the packages below it; the longest that fits a package holds.
var rooms = map[string][]string{
	"gainsay": {},

	"nlp":          {"gainsay"},
	"nlp/model":    {},
	"nlp/lexicon":  {},
	"nlp/language": {},

	// The stages.
	"nlp/tokenize": {"gainsay", "nlp", "nlp/model"},
	"nlp/encode":   {"gainsay", "nlp", "nlp/model"},
	"nlp/tag":      {"gainsay", "nlp", "nlp/model"},
	"nlp/parse":    {"gainsay", "nlp", "nlp/model"},
	"nlp/names":    {"gainsay", "nlp", "nlp/model"},
	"attribution":  {"gainsay", "nlp", "nlp/model"},
	"nlp/coref":    {"gainsay", "nlp", "nlp/model", "nlp/lexicon"},
	"speech":       {"gainsay", "nlp", "nlp/model", "nlp/lexicon"},

	"reader": {
		"gainsay", "nlp", "nlp/model", "nlp/lexicon", "nlp/language",
		"nlp/tokenize", "nlp/encode", "nlp/tag", "nlp/parse", "nlp/names", "nlp/coref", "attribution", "speech",
	},

	"ingest":                      {"gainsay"},
	"evaluate":                    {"gainsay"},
	"cmd/gainsay/internal/render": {"gainsay"},
	"cmd/gainsay":                 {anything},
	"train/...":                   {anything},
}

// Tests may import what they like: a stage is often best tried on what the stages before it make.
func TestImportsFollowTheTable(t *testing.T) {
	for _, fault := range faults(rooms, list(t)) {
		t.Error(fault)
	}
}

func TestTheTableIsEnforced(t *testing.T) {
	table := map[string][]string{
		"gainsay": {}, "nlp": {"gainsay"}, "nlp/tag": {"nlp"}, "nlp/parse": {"nlp"}, "cmd/gainsay": {anything}, "train/...": {anything},
	}
	sound := []goPackage{
		{"gainsay", []string{"fmt"}},
		{"gainsay/nlp", []string{"gainsay", "context"}},
		{"gainsay/nlp/tag", []string{"gainsay/nlp"}},
		{"gainsay/nlp/parse", nil},
		{"gainsay/cmd/gainsay", []string{"gainsay/nlp/tag", "gainsay/nlp/parse", "example.org/gainsay/x"}},
		{"gainsay/train/prep", []string{"gainsay/nlp/tag"}},
	}
	for _, c := range []struct {
		name   string
		at     int
		change goPackage
		want   string
	}{
		{"nothing", 0, sound[0], ""},
		{"a stage imports another", 3, goPackage{"gainsay/nlp/parse", []string{"gainsay/nlp/tag"}}, "nlp/parse imports nlp/tag"},
		{"the root imports a room", 0, goPackage{"gainsay", []string{"gainsay/nlp"}}, "gainsay imports nlp"},
		{"a package that the table lacks", 5, goPackage{"gainsay/training", nil}, "training is not in the table"},
		{"a row without a package", 5, sound[4], "the table has train/..., and there is no such package"},
	} {
		packages := slices.Clone(sound)
		packages[c.at] = c.change
		got := strings.Join(faults(table, packages), "\n")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// goPackage is what go list says of a package: its path, and the imports of its files that are no tests.
type goPackage struct {
	ImportPath string
	Imports    []string
}

// list is every package of the module. It fails the test where go list fails.
func list(t *testing.T) []goPackage {
	t.Helper()
	watch(t)
	var complaint strings.Builder
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, &complaint)
	}
	var packages []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatalf("go list: %v", err)
		}
		packages = append(packages, p)
	}
}

// watch opens every folder that may hold a package. go test repeats a result from its cache unless a file that the test
// itself opened has changed, and what go list opens does not count.
func watch(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() && path != "." {
			if name := e.Name(); name == "testdata" || strings.HasPrefix(name, ".") || path == filepath.Join("train", "work") {
				return fs.SkipDir
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// faults says where packages and table differ: imports that are not allowed, packages and rows without the other.
func faults(table map[string][]string, packages []goPackage) []string {
	var out []string
	used := map[string]bool{}
	for _, p := range packages {
		name := room(p.ImportPath)
		row := rowOf(table, name)
		if row == "" {
			out = append(out, name+" is not in the table of imports_test.go; add it with what it may import")
			continue
		}
		used[row] = true
		for _, i := range p.Imports {
			if i != module && !strings.HasPrefix(i, module+"/") {
				continue
			}
			if to := room(i); !slices.Contains(table[row], anything) && !slices.Contains(table[row], to) {
				out = append(out, fmt.Sprintf("%s imports %s; the table allows %q", name, to, table[row]))
			}
		}
	}
	for row := range table {
		if !used[row] {
			out = append(out, "the table has "+row+", and there is no such package")
		}
	}
	slices.Sort(out)
	return out
}

// room is a package's path within the module; the root is called by its name.
func room(path string) string {
	if path == module {
		return module
	}
	return strings.TrimPrefix(path, module+"/")
}

// rowOf is the row that holds for a package: its own, else the longest "…/..." above it; "" where there is none.
func rowOf(table map[string][]string, name string) string {
	if _, ok := table[name]; ok {
		return name
	}
	for above := name; ; {
		i := strings.LastIndexByte(above, '/')
		if i < 0 {
			return ""
		}
		above = above[:i]
		if _, ok := table[above+"/..."]; ok {
			return above + "/..."
		}
	}
}
