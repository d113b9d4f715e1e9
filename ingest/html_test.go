package ingest

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPageText(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"white space", "<p>The  board\n\tsaid&nbsp;no.</p><p>It did.</p>", "The board said no.\n\nIt did."},
		{"line breaks", "<p>The board said no.<br>It did.<br><br>It did not.</p>", "The board said no.\nIt did.\n\nIt did not."},
		{"markup within a word", "<p>The <b>b</b>oard said <i>no</i>.</p>", "The board said no."},
		{"heading, list, quotation", "<h2>Board</h2><ul><li>no</li><li>yes</li></ul><blockquote>Maybe so.</blockquote>", "Board\n\nno\n\nyes\n\nMaybe so."},
		{"table", "<table><tr><td>Aye</td><td>12</td></tr><tr><td>No</td><td>9</td></tr></table>", "Aye\t12\n\nNo\t9"},
		{"quotation elements", "<p><q>He said <q>no</q> to me</q>, she said.</p>", "“He said ‘no’ to me”, she said."},
		{"preformatted", "<pre>The board\nsaid no.\n\nIt did.</pre>", "The board\nsaid no.\n\nIt did."},
		{"soft hyphens", "<p>The har&shy;bour\u200b board said no.</p>", "The harbour board said no."},
		{"scripts and styles", "<p>The board<script>x()</script> said<style>p{}</style> no.</p>", "The board said no."},
		{"entities", "<p>&ldquo;No&rdquo;, said the board &amp; its chair &#8211; twice.</p>", "“No”, said the board & its chair – twice."},
		{"unclosed tags", "<p>The board <b>said <i>no.<p>It did.", "The board said no.\n\nIt did."},
		{"NUL", "<p>The board\x00 said no.</p>", "The board\ufffd said no."},
		{"tags without end", "<p>The board said no.</p><div", "The board said no."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := HTML("a.html", []byte(c.page), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != c.want {
				t.Errorf("text %q, want %q", d.Text, c.want)
			}
		})
	}
}

func TestPageMetadata(t *testing.T) {
	for _, c := range []struct{ name, head, body, title, publisher, byline, published, url, note string }{
		{name: "OpenGraph", head: `<meta property="og:title" content="Board says no"><meta property="og:site_name" content="Courier">
			<meta property="article:published_time" content="2031-03-05T23:30:00-05:00"><meta property="og:url" content="https://courier.example/a">
			<meta name="author" content="By Anna Lind">`,
			title: "Board says no", publisher: "Courier", byline: "Anna Lind", published: "2031-03-05", url: "https://courier.example/a"},
		{name: "title with the site's name", head: `<title>Harbour board says no to ferry company - Courier</title>`, title: "Harbour board says no to ferry company"},
		{name: "title with a dash of its own", head: `<title>Board – no</title>`, title: "Board – no"},
		{name: "time element", body: `<time datetime="2031-03-05">Wednesday</time>`, published: "2031-03-05"},
		{name: "time of a change is no publication", body: `<time class="updated" datetime="2031-03-09">9 March</time>`},
		{name: "Dublin Core", head: `<meta name="DC.date.issued" content="5 March 2031"><meta name="DC.publisher" content="Courier">`, publisher: "Courier", published: "2031-03-05"},
		{name: "date in the address", head: `<link rel="canonical" href="https://courier.example/2031/03/05/board">`, published: "2031-03-05", url: "https://courier.example/2031/03/05/board"},
		{name: "ambiguous date", head: `<meta name="date" content="03/04/2031">`, note: "day/month or as month/day"},
		{name: "impossible date", head: `<meta name="date" content="2031-02-31">`, note: "not a day of the calendar"},
		{name: "author who is a link", head: `<meta property="article:author" content="https://faces.example/anna">`},
		{name: "relative canonical address", head: `<link rel="canonical" href="/a">`},
		{name: "address with a script", head: `<link rel="canonical" href="javascript:alert(1)">`},
		{name: "JSON-LD that is none", head: `<script type="application/ld+json">{"@type": "NewsArticle", </script><title>Board</title>`, title: "Board"},
		{name: "JSON-LD of another thing", head: `<script type="application/ld+json">{"@type": "Recipe", "headline": "Soup"}</script>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := "<html><head>" + c.head + "</head><body>" + c.body + "<p>The board said no, and the ferry company denied it.</p></body></html>"
			d, err := HTML("a.html", []byte(page), Options{Now: clock})
			if err != nil {
				t.Fatal(err)
			}
			if d.Title != c.title || d.Publisher != c.publisher || d.Byline != c.byline || d.Published != c.published || d.URL != c.url {
				t.Errorf("got title %q, publisher %q, byline %q, published %q, URL %q", d.Title, d.Publisher, d.Byline, d.Published, d.URL)
			}
			if (c.note != "") != (len(d.Notes) > 0) || c.note != "" && !noted(d.Notes, c.note) {
				t.Errorf("notes %q, want %q", notesOf(d), c.note)
			}
		})
	}
}

func TestPlainTextNamedPage(t *testing.T) {
	d, err := HTML("a.html", []byte("Publication: Courier\n\nProfits were < 5 % & > 2 %.\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Text != "Publication: Courier\n\nProfits were < 5 % & > 2 %.\n" || d.Publisher != "Courier" || !noted(d.Notes, "no HTML tags") {
		t.Errorf("text %q, publisher %q, notes %q", d.Text, d.Publisher, notesOf(d))
	}
}

func TestPageWithoutWords(t *testing.T) {
	for name, page := range map[string]string{
		"scripts alone": "<html><body><script>start()</script></body></html>",
		"pictures":      `<p><img src="a.png"></p>`,
		"comment":       "<!-- The board said no. -->",
	} {
		if _, err := HTML("a.html", []byte(page), Options{}); !errors.Is(err, ErrNoArticle) || !strings.Contains(err.Error(), "a.html") {
			t.Errorf("%s: %v, want ErrNoArticle with its place", name, err)
		}
	}
}

// TestHostilePages would not end in any bearable time if the work grew with the square of the tags.
func TestHostilePages(t *testing.T) {
	const words = "The board said no."
	for name, page := range map[string]string{
		"ten thousand nested blocks":    strings.Repeat("<div>", 10_000) + words + strings.Repeat("</div>", 10_000),
		"ten thousand nested tables":    strings.Repeat("<table><tr><td>", 10_000) + words,
		"ten thousand nested lists":     strings.Repeat("<ul><li>", 10_000) + words,
		"formatting that is left open":  strings.Repeat("<b>", 400) + strings.Repeat("<p>"+words, 10_000),
		"attributes without end":        "<p>" + words + "</p><a " + strings.Repeat("b=c ", 200_000),
		"comment without end":           "<p>" + words + "</p>" + strings.Repeat("<!--", 200_000),
		"brackets":                      "<p>" + words + "</p>" + strings.Repeat("<", 200_000),
		"deep JSON-LD":                  "<p>" + words + `</p><script type="application/ld+json">` + strings.Repeat("[", 200_000) + "</script>",
		"deep tree with a lot of text":  strings.Repeat("<div>", 400) + strings.Repeat("<p>"+words+"</p>", 10_000),
		"one thing that is never ended": "<p>" + words + "</p><script>" + strings.Repeat("x", 1<<20),
	} {
		t.Run(name, func(t *testing.T) {
			d, err := HTML("a.html", []byte("<html><body>"+page), Options{})
			if err != nil || !strings.Contains(d.Text, words) || !utf8.ValidString(d.Text) {
				t.Errorf("error %v; %d bytes of text without the words", err, len(d.Text))
			}
		})
	}
}
