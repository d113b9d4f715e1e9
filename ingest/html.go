package ingest

import (
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"gainsay"
)

// HTML makes a document of a web page: its main article as text, one paragraph, heading, list item or table row after
// another with blank lines between them, and title, publisher, date, byline and address from what the page says of
// itself. The headline leads the text where the page shows one. The error is an [*Error] whose Path is name.
//
// The article is found by go-readability, the Go port of Mozilla's Readability in the version that Readeck keeps.
// go-trafilatura finds slightly more (F 0.91 against 0.89 on the 124 English pages of its own comparison), but its date
// parser builds 78 MB of tables when the program starts: 230 ms and 53 MB of memory, of a budget of 300 ms and 200 MB, in
// every run, pages or no pages; go-readability takes 2 ms.
func HTML(name string, raw []byte, opts Options) (gainsay.Document, error) {
	d, err := page(name, raw, opts)
	if err != nil {
		return gainsay.Document{}, at(err, name, 0)
	}
	return d, nil
}

func page(name string, raw []byte, opts Options) (gainsay.Document, error) {
	if err := opts.admit(raw); err != nil {
		return gainsay.Document{}, err
	}
	in, err := decode(raw, declaredCharset(raw))
	if err != nil {
		return gainsay.Document{}, err
	}
	if !markup().MatchString(in.text) { // a plain text that was named .html: its paragraphs are blank lines
		d, err := text(name, raw, opts)
		if err == nil {
			note(&d, gainsay.Span{}, "the file holds no HTML tags and was read as plain text")
		}
		return d, err
	}
	body, m, remark := readPage(in.text)
	if strings.TrimSpace(body) == "" {
		return gainsay.Document{}, &Error{Kind: ErrNoArticle, What: "the page holds no article text",
			Do: "it may need a browser's scripts to show it; save the article from the browser, or give its text as .txt"}
	}
	d := gainsay.Document{Name: strings.ToValidUTF8(name, "\ufffd"), URL: m.url, Publisher: m.publisher, Title: m.title, Byline: m.byline, Text: body}
	for _, n := range in.notes { // their spans lie in the page, not in the text that was taken from it
		note(&d, gainsay.Span{}, n.Text)
	}
	if remark != "" {
		note(&d, gainsay.Span{}, remark)
	}
	if m.date != "" && opts.Published == "" {
		setPublished(&d, m.date, gainsay.Span{})
	}
	opts.finish(&d)
	return d, nil
}

var markup = pattern(`<[!/?a-zA-Z]`)

// declaredCharset is the label in the page's <meta> or XML declaration; empty where it declares none.
func declaredCharset(raw []byte) string {
	head := raw[:min(len(raw), 1024)]
	if m := xmlEncoding().FindSubmatch(head); m != nil {
		return string(m[1])
	}
	if !metaCharset().Match(head) { // without it DetermineEncoding guesses, and decode guesses better
		return ""
	}
	_, label, _ := charset.DetermineEncoding(head, "")
	return label
}

var (
	xmlEncoding = pattern(`^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{1,40})["']`)
	metaCharset = pattern(`(?i)<meta[^>]{0,400}charset`)
)

// Bounds on what is given to the tree builder and to Readability, whose time grows with the depth of the tree times its
// text: a page of 7 MB under 490 nested tags takes it a minute. Real pages stay a hundred times below.
const (
	maxTreeBytes  = 4 << 20
	maxTreeTags   = 150_000
	maxTreeWeight = 40 << 20 // bytes of text, each times its depth
)

const flatRemark = "the page nests its tags too deep or is too large to tell the article by its layout; all of its text was taken"

// readPage finds the article and the page's metadata. The remark says what a reader of the text has to know; it is
// empty where all went the usual way.
func readPage(page string) (body string, m meta, remark string) {
	if len(page) <= maxTreeBytes && treeCost(page) <= maxTreeTags {
		doc, err := html.Parse(strings.NewReader(page))
		if err == nil && weight(doc) <= maxTreeWeight {
			m = readMeta(doc)
			body, remark = article(doc, page, &m)
			return body, m, remark
		}
	}
	head, blocks := flatten(page)
	if doc, err := html.Parse(strings.NewReader(head)); err == nil {
		m = readMeta(doc)
	}
	return strings.Join(blocks, "\n\n"), m, flatRemark
}

// A shorter article than this is likely to be a teaser, or the wrong part of the page.
const shortArticle = 250

// article chooses the main text of a page. Readability's choice is taken unless what the page itself marks as the
// article holds half as much again, for then Readability fell for a teaser, a biography or the comments; next come the
// text that the page gives to search engines, and last the whole body. It uses doc up.
func article(doc *html.Node, page string, m *meta) (body, remark string) {
	marked := ""
	for _, n := range markedBodies(doc) {
		if t := renderProse(n); len(t) > len(marked) {
			marked = t
		}
	}
	node, name := readable(doc)
	m.complete(name)
	body = render(node)
	if len(marked) > len(body)*3/2 {
		body = marked
	}
	if len(body) < shortArticle && len(m.articleBody) > 2*len(body) {
		return withHeadline(m.headline, m.articleBody), "the article's text was taken from the page's data for search engines"
	}
	if body != "" {
		return withHeadline(m.headline, body), ""
	}
	whole, err := html.Parse(strings.NewReader(page)) // Readability took the first tree apart
	if err != nil {
		return "", ""
	}
	return render(whole), "no article could be told from the rest of the page; all of its text was taken"
}

// readable is Readability's choice of node, nil for none, and the title that it found.
func readable(doc *html.Node) (node *html.Node, title string) {
	// Other people's code on other people's pages: what it cannot stand, the ways after it may.
	defer func() {
		if r := recover(); r != nil {
			node, title = nil, ""
		}
	}()
	p := readability.NewParser()
	p.DisableJSONLD = true
	p.CharThresholds = shortArticle
	a, err := p.ParseAndMutate(doc, nil)
	if err != nil {
		return nil, ""
	}
	return a.Node, a.Title()
}

// withHeadline puts the page's headline before the body, unless it stands at the body's beginning.
func withHeadline(headline, body string) string {
	if headline == "" || body == "" {
		return body
	}
	want := bareWords(headline)
	rest := body
	for range 5 { // a kicker and a dateline may stand before it
		var block string
		block, rest, _ = strings.Cut(rest, "\n\n")
		if bareWords(block) == want {
			return body
		}
	}
	return headline + "\n\n" + body
}

// weight is the bytes of text of a tree, each times its depth.
func weight(n *html.Node) int {
	sum, depth := 0, 0
	for at := n; at != nil; {
		sum += (len(at.Data) + 8) * depth
		switch {
		case at.FirstChild != nil:
			at, depth = at.FirstChild, depth+1
		default:
			for at != n && at.NextSibling == nil {
				at, depth = at.Parent, depth-1
			}
			if at == n {
				return sum
			}
			at = at.NextSibling
		}
	}
	return sum
}
