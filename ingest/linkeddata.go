package ingest

import (
	"encoding/json"
	"html"
	"strings"
)

// linkedData is what a page's JSON-LD says of its article, in the words of schema.org/Article.
type linkedData struct {
	headline, author, publisher, published, url, body string
}

// readLinkedData takes the first object that is an article. Scripts that are no JSON are passed over: the page itself is
// the source, and JSON-LD only one of the ways in which it describes itself.
func readLinkedData(scripts []string) linkedData {
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(strings.TrimSpace(s)), &v) != nil {
			continue
		}
		if a := findArticle(v, 0); a != nil {
			return describe(a)
		}
	}
	return linkedData{}
}

// findArticle looks through lists and @graph for an object whose type is an article's.
func findArticle(v any, depth int) map[string]any {
	if depth > 8 {
		return nil
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if a := findArticle(e, depth+1); a != nil {
				return a
			}
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			return v
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if a := findArticle(v[k], depth+1); a != nil {
				return a
			}
		}
	}
	return nil
}

// isArticle knows schema.org's kinds of article by their ending, such as NewsArticle and ReportageNewsArticle.
func isArticle(kind any) bool {
	switch k := kind.(type) {
	case string:
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "Posting") || k == "Report"
	case []any:
		for _, e := range k {
			if isArticle(e) {
				return true
			}
		}
	}
	return false
}

func describe(a map[string]any) linkedData {
	return linkedData{
		headline:  plain(a["headline"]),
		author:    names(a["author"], 0),
		publisher: names(a["publisher"], 0),
		published: plain(a["datePublished"]),
		url:       plain(a["url"]),
		body:      bodyOf(a["articleBody"]),
	}
}

// plain is a string on one line. Pages often escape it for HTML as well: "Trade &amp; Aid".
func plain(v any) string {
	s, _ := v.(string)
	return oneLine(html.UnescapeString(s))
}

// names is the name of a person or organisation, or of several, with commas between.
func names(v any, depth int) string {
	switch v := v.(type) {
	case string:
		return plain(v)
	case map[string]any:
		return plain(v["name"])
	case []any:
		var all []string
		for _, e := range v {
			if depth < 2 && len(all) < 20 {
				if n := names(e, depth+1); n != "" {
					all = append(all, n)
				}
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}

// bodyOf is a text whose lines are paragraphs.
func bodyOf(v any) string {
	s, _ := v.(string)
	s = html.UnescapeString(s)
	if markup().MatchString(s) {
		_, blocks := flatten(s)
		return strings.Join(blocks, "\n\n")
	}
	var w writer
	for line := range strings.Lines(s) {
		w.text(line)
		w.end()
	}
	return strings.Join(w.blocks(), "\n\n")
}
