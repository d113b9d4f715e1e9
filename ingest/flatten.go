package ingest

import (
	"strings"

	"golang.org/x/net/html"
)

// flatten reads a page as a run of tags, without building a tree: it returns the tags that carry metadata, as HTML, and
// the text in blocks, less scripts and styles. Its time and memory are linear in the page, however its tags nest.
func flatten(page string) (head string, blocks []string) {
	var metadata strings.Builder
	w := newWriter()
	z := html.NewTokenizer(strings.NewReader(page))
	raw := "" // the open element whose text is no words: a title, a script
	for {
		switch z.Next() {
		case html.ErrorToken: // the end: a string gives no other error, and the tokenizer mends the rest
			return metadata.String(), w.blocks()
		case html.TextToken:
			switch {
			case raw == "":
				w.text(string(z.Text()))
			case metaTags[raw]:
				metadata.Write(z.Raw())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			source := string(z.Raw())
			name, _ := z.TagName()
			tag := string(name)
			if metaTags[tag] {
				metadata.WriteString(source)
			} else {
				w.open(tag)
			}
			if rawTags[tag] {
				raw = tag
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			tag := string(name)
			if tag == raw {
				raw = ""
			}
			if metaTags[tag] {
				metadata.WriteString("</" + tag + ">")
			} else {
				w.close(tag)
			}
		}
	}
}

// rawTags hold text that is no HTML: up to their end tag the tokenizer sees no other tags, so that none is left open
// by mistake.
var rawTags = map[string]bool{"iframe": true, "noembed": true, "noframes": true, "script": true, "style": true,
	"textarea": true, "title": true}

// metaTags carry metadata. A script that is not JSON-LD is dropped when the metadata are read.
var metaTags = map[string]bool{"meta": true, "link": true, "base": true, "title": true, "script": true}

// treeCost is how many elements the tree builder makes of a page, at most. It is more than the page's tags: a
// formatting element that is left open is made anew in every block that follows (HTML Standard, section 13.2.4.3), so
// that 400 open tags and 10,000 paragraphs give four million elements.
func treeCost(page string) int {
	open := map[string]int{}
	cost, total := 0, 0
	for {
		i := strings.IndexByte(page, '<')
		if i < 0 || i+1 == len(page) {
			return cost
		}
		page = page[i+1:]
		end := page[0] == '/'
		if end {
			page = page[1:]
		}
		n := 0
		for n < len(page) && n < 8 && (page[n]|0x20 >= 'a' && page[n]|0x20 <= 'z') {
			n++
		}
		if n == 0 {
			continue
		}
		tag := strings.ToLower(page[:n])
		switch {
		case !formatting[tag]:
		case !end:
			open[tag]++
			total++
		case open[tag] > 0:
			open[tag]--
			total--
		}
		cost += 1 + max(0, total-usualOpen)
	}
}

// usualOpen formatting elements around a block are nothing out of the way: <font><b><i> about a whole page.
const usualOpen = 12

var formatting = map[string]bool{"a": true, "b": true, "big": true, "code": true, "em": true, "font": true, "i": true,
	"nobr": true, "s": true, "small": true, "strike": true, "strong": true, "tt": true, "u": true}
