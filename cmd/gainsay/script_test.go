package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/net/html"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gainsay": main})
}

// The scripts run the program itself, with its own reader and weights. What they ask of a reading holds for any reader:
// how well it reads is measured elsewhere.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			sample, err := os.ReadFile(filepath.FromSlash("../../testdata/sample.txt"))
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(env.WorkDir, "sample.txt"), sample, 0o644)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"readings": readingsCommand,
			"page":     pageCommand,
			"bytes":    bytesCommand,
		},
	})
}

// bytesCommand writes a file that a script cannot hold: bytes FILE 'Go string'.
func bytesCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes file string")
	}
	var content string
	ts.Check(json.Unmarshal([]byte(`"`+args[1]+`"`), &content))
	raw := make([]byte, 0, len(content)) // each code point is a byte
	for _, r := range content {
		raw = append(raw, byte(r))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), raw, 0o644))
}

// readingsCommand holds JSON lines against READING.md and the order of their documents: readings FILE NAME…
func readingsCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: readings file name...")
	}
	var names []string
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		var r map[string]json.RawMessage
		ts.Check(json.Unmarshal([]byte(line), &r))
		for _, field := range []string{"entities", "mentions", "statements", "notes"} {
			if !strings.HasPrefix(string(r[field]), "[") {
				ts.Fatalf("%s is no list: %s", field, r[field])
			}
		}
		var document struct {
			Name, ID string
			Text     *string
		}
		ts.Check(json.Unmarshal(r["document"], &document))
		if document.Text != nil || !strings.HasPrefix(document.ID, "sha256:") {
			ts.Fatalf("document holds its text or lacks its identity: %s", r["document"])
		}
		names = append(names, document.Name)
	}
	if got, want := strings.Join(names, " "), strings.Join(args[1:], " "); got != want {
		ts.Fatalf("documents %q, want %q", got, want)
	}
}

// pageCommand checks a page: page FILE NAME… It parses, asks nothing of the network, each of its anchors leads
// somewhere, no identifier is there twice, and its articles are headed by the names in order.
func pageCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: page file name...")
	}
	root, err := html.Parse(strings.NewReader(ts.ReadFile(args[0])))
	ts.Check(err)
	ids := map[string]bool{}
	var links, headings []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && ids[a.Val]:
				ts.Fatalf("identifier %q is there twice", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				links = append(links, a.Val[1:])
			case (a.Key == "href" || a.Key == "src" || a.Key == "srcset" || a.Key == "action") && !strings.HasPrefix(a.Val, "data:"):
				ts.Fatalf("%s asks for %s", n.Data, a.Val)
			case strings.HasPrefix(a.Key, "on"):
				ts.Fatalf("%s has a handler %s", n.Data, a.Key)
			}
		}
		switch n.Data {
		case "h2":
			if n.Parent.Data != "nav" {
				headings = append(headings, strings.TrimSpace(words(n)))
			}
		case "style", "script":
			if m := regexp.MustCompile(`url\(|@import|https?:`).FindString(words(n)); m != "" {
				ts.Fatalf("%s holds %s", n.Data, m)
			}
		case "iframe", "object", "embed", "img", "video", "audio":
			ts.Fatalf("a page of text holds %s", n.Data)
		}
	}
	for _, link := range links {
		if !ids[link] {
			ts.Fatalf("the link to #%s leads nowhere", link)
		}
	}
	if got, want := strings.Join(headings, " | "), strings.Join(args[1:], " | "); got != want {
		ts.Fatalf("articles %q, want %q", got, want)
	}
}

func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
