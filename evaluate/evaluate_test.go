package evaluate

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// testdata/figures.txt is what PolNeAR's measure gives for these files by another implementation (Python), so that the
// two cannot go wrong together.
func TestAttribution(t *testing.T) {
	report, err := Attribution("testdata/gold", open(t, "testdata/readings.jsonl"), true)
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := report.WriteText(&got); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/figures.txt")
	if err != nil {
		t.Fatal(err)
	}
	compare(t, got.String(), string(want))
}

// compare does not mind how wide the columns are.
func compare(t *testing.T, got, want string) {
	t.Helper()
	if !slices.Equal(strings.Fields(got), strings.Fields(want)) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func open(t *testing.T, path string) *os.File {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestTimes(t *testing.T) {
	report, err := Times(open(t, "testdata/times.jsonl"), open(t, "testdata/times-read.jsonl"), TimesOptions{Each: true, Misses: true})
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := report.WriteText(&got); err != nil {
		t.Fatal(err)
	}
	compare(t, got.String(), `
resigned (2031-05-05): «Last Friday» is DATE 2031-05-02, read DATE no value
rain (2031-05-06): «daily» is SET P1D, read nothing
resigned
  strict    P  25.0  R  33.3  F1  28.6   (1 of 3 gold, 4 predicted)
  relaxed   P  75.0  R 100.0  F1  85.7   (3 of 3 gold, 4 predicted)
  type      P  50.0  R  66.7  F1  57.1   (2 of 3 gold, 4 predicted)
  value     P  50.0  R  66.7  F1  57.1   (2 of 3 gold, 4 predicted)
rain
  strict    P   0.0  R   0.0  F1   0.0   (0 of 1 gold, 0 predicted)
  relaxed   P   0.0  R   0.0  F1   0.0   (0 of 1 gold, 0 predicted)
  type      P   0.0  R   0.0  F1   0.0   (0 of 1 gold, 0 predicted)
  value     P   0.0  R   0.0  F1   0.0   (0 of 1 gold, 0 predicted)
strict    P  25.0  R  25.0  F1  25.0   (1 of 4 gold, 4 predicted)
relaxed   P  75.0  R  75.0  F1  75.0   (3 of 4 gold, 4 predicted)
type      P  50.0  R  50.0  F1  50.0   (2 of 4 gold, 4 predicted)
value     P  50.0  R  50.0  F1  50.0   (2 of 4 gold, 4 predicted)
calendar   50.0 %   (1 of 2)
`)
}

func TestReportJSON(t *testing.T) {
	report, err := Times(open(t, "testdata/times.jsonl"), open(t, "testdata/times-read.jsonl"), TimesOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := report.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Total []struct {
			Name              string
			Precision, Recall float64
			F1                float64
			Hits, Gold        int
		}
		Calendar struct{ Hits, Of int }
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	relaxed := got.Total[1]
	if relaxed.Name != "relaxed" || relaxed.F1 != 0.75 || relaxed.Hits != 3 || relaxed.Gold != 4 || got.Calendar.Of != 2 {
		t.Errorf("got %s", out.String())
	}
}

func TestBadReadings(t *testing.T) {
	for name, tt := range map[string]struct{ readings, want string }{
		"not JSON":         {"{\"document\"\n", "readings: line 1: "},
		"second line":      {"\n{\"document\":{\"name\":\"quiet_2031-03-06\"},\"statements\":[]}\n[]\n", "readings: line 3: "},
		"no statements":    {`{"document":{"name":"a"}}`, "statements is missing"},
		"none":             {"\n", "readings: there are none"},
		"unknown article":  {`{"document":{"name":"elsewhere.txt"},"statements":[]}`, "elsewhere is not an article"},
		"backward offsets": {`{"document":{"name":"quiet_2031-03-06"},"statements":[{"content":[[9,4]]}]}`, "[9, 4] is not a range"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Attribution("testdata/gold", strings.NewReader(tt.readings), false)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q in it", err, tt.want)
			}
		})
	}
}

// A reader with a name is a file, and errors give its place as compilers do.
func TestErrorsNameTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "readings.jsonl")
	write(t, path, "\n{\"document\"\n")
	_, err := Attribution("testdata/gold", open(t, path), false)
	if err == nil || !strings.HasPrefix(err.Error(), path+":2: ") {
		t.Errorf("got %v, want %s:2 first", err, path)
	}
}

func TestBadTimes(t *testing.T) {
	gold := `{"name":"a","published":"2031-01-01","text":"x","times":[]}`
	for name, tt := range map[string]struct{ gold, readings, want string }{
		"no reading":     {gold, "", "none for 1 articles (a)"},
		"reader of none": {gold, `{"document":{"name":"a"},"statements":[]}`, "the reading of a has no times"},
		"no gold":        {"", gold, "gold: there are no articles"},
		"gold no times":  {`{"name":"a"}`, "", "gold: line 1: not an annotated article"},
		"gold no span":   {`{"name":"a","times":[{"type":"DATE"}]}`, "", "lacks its span"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Times(strings.NewReader(tt.gold), strings.NewReader(tt.readings), TimesOptions{})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q in it", err, tt.want)
			}
		})
	}
}

func TestBadGold(t *testing.T) {
	for name, tt := range map[string]struct{ text, ann, want string }{
		"no folder":        {"", "", "no such file"},
		"no offsets":       {"x", "T1\tContent\tx\n", "a_b.ann:1: "},
		"offset no number": {"x", "T1\tContent 0 1\tx\nT2\tCue 0 x\tx\n", "a_b.ann:2: "},
		"argument":         {"x", "E1\tAttribution:T1 Content\n", `"Content" is not ROLE:ID`},
		"not UTF-8":        {"\xff", "E1\tOther:T1\n", "is not UTF-8"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "gold [1]") // a glob's characters in a folder's name mean themselves
			if tt.ann != "" {
				write(t, filepath.Join(dir, "text", "a.txt"), tt.text)
				write(t, filepath.Join(dir, "attributions", "a_b.ann"), tt.ann)
			}
			_, err := Attribution(dir, strings.NewReader(""), false)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q in it", err, tt.want)
			}
		})
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
