package ingest

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// tree writes files under a new folder and makes it the current one, so that paths in messages are short.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(root)
}

// opened is what Open gives, a line for each item: its place, then the document's name or its error.
func opened(opts Options, stdin string, args ...string) []string {
	var lines []string
	for item := range Open(context.Background(), opts, args, strings.NewReader(stdin)) {
		if item.Err != nil {
			lines = append(lines, filepath.ToSlash(item.Err.Error()))
			continue
		}
		lines = append(lines, filepath.ToSlash(item.Path)+" = "+item.Document.Name)
	}
	return lines
}

func TestOpen(t *testing.T) {
	tree(t, map[string]string{
		"news/b.txt":           "The board said no.",
		"news/a.html":          "<p>The board said no.</p>",
		"news/sub/c.jsonl":     "{\"text\": \"The board said no.\"}\nnothing\n{\"name\": \"third\", \"text\": \"It did.\"}\n",
		"news/README":          "The board said no.",
		"news/program":         "\x7fELF\x02\x01\x01\x00\x00",
		"news/picture.png":     "\x89PNG\r\n\x1a\n",
		"news/empty.txt":       "",
		"news/.hidden.txt":     "The board said no.",
		"news/.git/HEAD.txt":   "The board said no.",
		"bare/x.csv":           "a,b",
		"odd/article.news":     "The board said no.",
		"odd/page.cgi":         "<!DOCTYPE html><p>The board said no.</p>",
		"odd/records.data":     "{\"text\": \"The board said no.\"}\n",
		"odd/[draft].txt":      "The board said no.",
		"odd/not-json.txt":     "{curly} words, said the board.",
		"news/sub/deep/d.TEXT": "The board said no.",
	})
	for _, c := range []struct {
		name  string
		args  []string
		stdin string
		want  []string
	}{
		{"one file", []string{"news/b.txt"}, "", []string{"news/b.txt = b.txt"}},
		{"arguments keep their order", []string{"news/b.txt", "news/a.html"}, "", []string{"news/b.txt = b.txt", "news/a.html = a.html"}},
		{"folder", []string{"news"}, "", []string{"news/README = README", "news/a.html = a.html", "news/b.txt = b.txt",
			"read news/empty.txt: empty: no words in it; check how the file was made",
			"news/sub/c.jsonl = c.jsonl:1",
			"read news/sub/c.jsonl:2: not a JSON record: invalid character 'o' in literal null (expecting 'u'); mend the line; the others are read",
			"news/sub/c.jsonl = third", "news/sub/deep/d.TEXT = d.TEXT"}},
		{"folder with nothing", []string{"bare", "news/b.txt"}, "", []string{
			"read bare: the folder holds nothing to read; it reads .txt, .text, .md, .html, .htm, .xhtml, .jsonl, .ndjson and text files without an ending",
			"news/b.txt = b.txt"}},
		{"pattern", []string{"news/*.txt"}, "", []string{"news/b.txt = b.txt", "read news/empty.txt: empty: no words in it; check how the file was made"}},
		{"pattern for hidden files", []string{"news/.h*"}, "", []string{"news/.hidden.txt = .hidden.txt"}},
		{"pattern that matches nothing", []string{"news/*.doc"}, "", []string{"read news/*.doc: nothing matches the pattern; check the folder and the ending"}},
		{"malformed pattern", []string{"news/[a.txt"}, "", []string{`read news/[a.txt: the pattern is malformed; close its "[" or quote it as "\["`}},
		{"name that looks like a pattern", []string{"odd/[draft].txt"}, "", []string{"odd/[draft].txt = [draft].txt"}},
		{"missing file", []string{"news/none.txt", "news/b.txt"}, "", []string{"read news/none.txt: no such file or folder; check the path", "news/b.txt = b.txt"}},
		{"named files of any ending", []string{"odd/article.news", "odd/page.cgi", "odd/records.data", "odd/not-json.txt"}, "",
			[]string{"odd/article.news = article.news", "odd/page.cgi = page.cgi", "odd/records.data = records.data:1", "odd/not-json.txt = not-json.txt"}},
		{"program that is named", []string{"news/program"}, "", []string{"read news/program: not text: it is an ELF program; give plain text, HTML or JSONL"}},
		{"standard input, text", []string{"-"}, "The board said no.", []string{"- = stdin"}},
		{"standard input, page", []string{"-"}, "<!doctype html><p>The board said no.</p>", []string{"- = stdin"}},
		{"standard input, records", []string{"-"}, "{\"text\": \"The board said no.\"}\n\n{\"text\": \"It did.\"}", []string{"- = stdin:1", "- = stdin:3"}},
		{"standard input, empty", []string{"-", "news/b.txt"}, "", []string{"read -: empty: no words in it; check how the file was made", "news/b.txt = b.txt"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if runtime.GOOS == "windows" && strings.ContainsAny(strings.Join(c.args, ""), "[") {
				t.Skip("brackets in names and patterns are escaped otherwise on Windows")
			}
			if got := opened(Options{}, c.stdin, c.args...); !slices.Equal(got, c.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}

	t.Run("what is passed over is told", func(t *testing.T) {
		var skipped []string
		opened(Options{Skipped: func(path, why string) { skipped = append(skipped, filepath.ToSlash(path)+": "+why) }}, "", "news")
		want := []string{"news/.git: hidden", "news/.hidden.txt: hidden", "news/picture.png: ending .png is not read", "news/program: not text"}
		if !slices.Equal(skipped, want) {
			t.Errorf("skipped %q, want %q", skipped, want)
		}
	})
	t.Run("file too large", func(t *testing.T) {
		got := opened(Options{MaxBytes: 17}, "The board said so.", "news/b.txt", "-")
		want := []string{"read news/b.txt: larger than 17 bytes; split it into one article a file or a line",
			"read -: larger than 17 bytes; split it into one article a file or a line"}
		if !slices.Equal(got, want) {
			t.Errorf("got %q", got)
		}
	})
	t.Run("bad date ends it at once", func(t *testing.T) {
		got := opened(Options{Published: "5 March"}, "", "news", "odd")
		if len(got) != 1 || !strings.Contains(got[0], `publication date "5 March" is not a day of the calendar; write it as YYYY-MM-DD`) {
			t.Errorf("got %q", got)
		}
	})
	t.Run("cancelled", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		var items []Item
		for item := range Open(ctx, Options{}, []string{"news", "odd"}, nil) {
			items = append(items, item)
			cancel()
		}
		if len(items) != 2 || !errors.Is(items[1].Err, context.Canceled) {
			t.Errorf("items %+v", items)
		}
	})
	t.Run("the caller stops", func(t *testing.T) {
		for range Open(context.Background(), Options{}, []string{"news", "odd", "-"}, strings.NewReader("x")) {
			break
		}
	})
}

func TestLinks(t *testing.T) {
	tree(t, map[string]string{"news/b.txt": "The board said no.", "other/c.txt": "It did."})
	for name, target := range map[string]string{"news/link.txt": "../other/c.txt", "news/loop": ".", "news/nowhere.txt": "none.txt"} {
		if err := os.Symlink(target, filepath.FromSlash(name)); err != nil {
			t.Skip("no symbolic links here: ", err)
		}
	}
	want := []string{"news/b.txt = b.txt", "news/link.txt = link.txt", "read news/nowhere.txt: no such file or folder; check the path"}
	if got := opened(Options{}, "", "news"); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFileThatMayNotBeRead(t *testing.T) {
	tree(t, map[string]string{"a.txt": "The board said no."})
	if err := os.Chmod("a.txt", 0); err != nil {
		t.Fatal(err)
	}
	got := opened(Options{}, "", "a.txt")
	if f, err := os.Open("a.txt"); err == nil { // the superuser, who may read everything
		_ = f.Close()
		got = []string{at(refused(&fs.PathError{Op: "open", Path: "a.txt", Err: fs.ErrPermission}), "a.txt", 0).Error()}
	}
	if len(got) != 1 || got[0] != "read a.txt: permission denied; check who may read it" {
		t.Errorf("got %q", got)
	}
}
