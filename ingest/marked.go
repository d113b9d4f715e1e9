package ingest

import (
	"strings"

	"golang.org/x/net/html"
)

// markedBodies are the elements that a page marks as the body of its article: by microdata, by the class names that the
// common publishing systems use, or by being the only <article>.
func markedBodies(doc *html.Node) []*html.Node {
	var marked, articles []*html.Node
	for n := range doc.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case strings.EqualFold(attr(n, "itemprop"), "articleBody"), bodyTags[n.Data] && bodyClass().MatchString(attr(n, "class")+" "+attr(n, "id")):
			marked = append(marked, n)
		case n.Data == "article":
			articles = append(articles, n)
		}
	}
	if len(articles) == 1 {
		marked = append(marked, articles[0])
	}
	if len(marked) > mostMarked { // a list of articles
		return nil
	}
	return marked
}

const mostMarked = 4

var bodyTags = map[string]bool{"div": true, "section": true, "article": true, "td": true, "main": true}

var bodyClass = pattern(`(?i)(?:^|[\s_-])(?:article|entry|post|story)(?:-|_|__)?(?:body|content|text)(?:$|\s)`)

// renderProse is render without what is set about an article: boxes that their names tell from it, and blocks that are
// mostly links.
func renderProse(n *html.Node) string {
	w := newWriter()
	w.skip = aside
	w.node(n)
	return strings.Join(w.blocks(), "\n\n")
}

func aside(n *html.Node) bool {
	if n.Data == "aside" {
		return true
	}
	if !blockTags[n.Data] {
		return false
	}
	if asideClass().MatchString(attr(n, "class") + " " + attr(n, "id")) {
		return true
	}
	switch n.Data {
	case "div", "li", "ul", "ol", "section", "p":
		return mostlyLinks(n)
	}
	return false
}

var asideClass = pattern(`(?i)(?:^|[\s_-])(?:ads?|advert\w*|author-?(?:bio|box|info)|breadcrumbs?|comments?|disqus|hidden|meta|more|nav|newsletter|popular|promo\w*|recommend\w*|related|share\w*|sharing|sidebar|signup|social|sponsor\w*|subscri\w*|tags?|toolbar|widget)(?:$|[\s_-])`)

// mostlyLinks tells whether more than half of an element's text is in links.
func mostlyLinks(n *html.Node) bool {
	all, linked := textBytes(n, false)
	return linked*2 > all
}

// textBytes measures the text of an element, and that part of it which is in links.
func textBytes(n *html.Node, inLink bool) (all, linked int) {
	if n.Type == html.TextNode {
		all = len(strings.TrimSpace(n.Data))
		if inLink {
			linked = all
		}
		return all, linked
	}
	inLink = inLink || n.Data == "a"
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		a, l := textBytes(c, inLink)
		all, linked = all+a, linked+l
	}
	return all, linked
}
