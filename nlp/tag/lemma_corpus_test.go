package tag

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
)

// TestLemmaCorpora scores lemmas with gold tags. GAINSAY_PART=train scores the other part; GAINSAY_ERRORS names a file
// that takes the differences, most frequent first.
func TestLemmaCorpora(t *testing.T) {
	dir := os.Getenv("GAINSAY_DATA")
	if dir == "" {
		t.Skip("GAINSAY_DATA does not name the folder of the corpora")
	}
	part := "dev"
	if p := os.Getenv("GAINSAY_PART"); p != "" {
		part = p
	}
	wrong := map[string]int{}
	for _, corpus := range []string{"ud_ewt", "ud_gum"} {
		f, err := os.Open(filepath.Join(dir, corpus, part+".conllu.gz"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		in := bufio.NewScanner(z)
		in.Buffer(nil, 1<<24)
		right, all := 0, 0
		for in.Scan() {
			c := strings.Split(in.Text(), "\t")
			if len(c) != 10 || strings.ContainsAny(c[0], "-.") {
				continue
			}
			all++
			if got := Lemma(c[1], c[4]); got == c[2] {
				right++
			} else {
				wrong[fmt.Sprintf("%s\t%s\tgot %s\twant %s", c[4], c[1], got, c[2])]++
			}
		}
		if err := in.Err(); err != nil {
			t.Fatal(err)
		}
		percent := 100 * float64(right) / float64(all)
		t.Logf("%s %s: %.2f %% of %d lemmas", corpus, part, percent, all)
		if percent < 97.5 {
			t.Errorf("%s: %.2f %%, want 97.5 at least", corpus, percent)
		}
	}
	if path := os.Getenv("GAINSAY_ERRORS"); path != "" {
		var lines []string
		for k, n := range wrong {
			lines = append(lines, fmt.Sprintf("%4d\t%s\n", n, k))
		}
		sort.Sort(sort.Reverse(sort.StringSlice(lines)))
		if err := os.WriteFile(path, []byte(strings.Join(lines, "")), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
