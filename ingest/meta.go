package ingest

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// meta is what a page says of itself.
type meta struct {
	title       string
	headline    string // the title as the page shows it in a heading; empty where it shows none
	publisher   string
	byline      string
	date        string // as written; one that can be read as a day where there is one
	url         string
	articleBody string // the text as given to search engines, in paragraphs
}

// readMeta gathers what JSON-LD, OpenGraph, <meta>, microdata, <time> and class names say, in this order of trust.
func readMeta(doc *html.Node) meta {
	f := facts{props: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			f.see(n)
		}
	}
	ld := readLinkedData(f.scripts)
	m := meta{articleBody: ld.body}
	m.publisher = firstOf(f.props["og:site_name"], ld.publisher, f.prop("dc.publisher", "dcterms.publisher", "citation_journal_title"), f.items["publisher"])
	m.url = absolute(f.canonical, f.props["og:url"], ld.url)
	m.byline = cleanByline(firstOf(noAddress(ld.author), noAddress(f.prop("author", "article:author", "byl", "parsely-author",
		"sailthru.author", "dc.creator", "dcterms.creator", "citation_author")), f.items["author"], f.author))
	m.date = firstDay(f.dates(ld.published, m.url))
	m.title = f.title(ld.headline, m.publisher)
	m.headline = f.heading(m.title)
	return m
}

// complete takes the title that Readability found where the page names none itself.
func (m *meta) complete(title string) {
	if m.title == "" {
		m.title = oneLine(title)
	}
}

// facts is what one walk over a page finds, the first of each kind.
type facts struct {
	props     map[string]string // <meta> by property, name or itemprop, in lower case
	items     map[string]string // microdata elements by itemprop
	scripts   []string          // JSON-LD
	pageTitle string
	headings  []string // <h1>, and what microdata calls the headline
	canonical string
	author    string
	times     []string // <time>, those marked as the date of publication first
	dated     []string // text of elements whose class speaks of a date
}

func (f *facts) see(n *html.Node) {
	switch n.Data {
	case "meta":
		f.seeMeta(n)
		return
	case "title":
		if f.pageTitle == "" && n.Parent != nil && n.Parent.Data == "head" {
			f.pageTitle = textOf(n)
		}
		return
	case "script":
		if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
			f.scripts = append(f.scripts, n.FirstChild.Data)
		}
		return
	case "link":
		if f.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
			f.canonical = attr(n, "href")
		}
		return
	case "time":
		f.seeTime(n)
	case "h1":
		f.headings = append(f.headings, textOf(n))
	}
	f.seeItem(n)
	class := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	if f.author == "" && (strings.EqualFold(attr(n, "rel"), "author") || bylineClass().MatchString(class)) {
		if t := textOf(n); utf8.RuneCountInString(t) <= 80 {
			f.author = t
		}
	}
	if len(f.dated) < 5 && dateClass().MatchString(class) {
		if t := textOf(n); len(t) > 0 && len(t) <= 80 {
			f.dated = append(f.dated, postedOn().ReplaceAllString(t, ""))
		}
	}
}

var (
	bylineClass = pattern(`(?:^|[\s_-])byline(?:$|[\s_-]|-name)`)
	dateClass   = pattern(`(?:^|[\s_-])(?:date|dateline|pubdate|published|posted|timestamp)(?:$|[\s_-])`)
	postedOn    = pattern(`(?i)^(?:first )?(?:published|posted|date|updated)?(?: on)?:?\s*`)
)

func (f *facts) seeMeta(n *html.Node) {
	content := oneLine(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		if k := strings.ToLower(strings.TrimSpace(attr(n, key))); k != "" && f.props[k] == "" {
			f.props[k] = content
		}
	}
}

// seeTime keeps a <time>; one that says when the page changed is not the date of publication.
func (f *facts) seeTime(n *html.Node) {
	when := firstOf(attr(n, "datetime"), textOf(n))
	marks := strings.ToLower(attr(n, "class") + " " + attr(n, "itemprop"))
	switch {
	case strings.Contains(marks, "modif"), strings.Contains(marks, "updat"):
	case hasAttr(n, "pubdate"), strings.Contains(marks, "publ"):
		f.times = append([]string{when}, f.times...)
	case len(f.times) == 0:
		f.times = append(f.times, when)
	}
}

func (f *facts) seeItem(n *html.Node) {
	item := attr(n, "itemprop")
	if item == "" {
		return
	}
	if f.items == nil {
		f.items = map[string]string{}
	}
	for _, k := range strings.Fields(strings.ToLower(item)) {
		switch k {
		case "headline":
			f.headings = append(f.headings, textOf(n))
		case "author", "publisher", "datepublished":
			if f.items[k] == "" {
				f.items[k] = firstOf(attr(n, "content"), attr(n, "datetime"), textOf(n))
			}
		}
	}
}

func (f *facts) prop(names ...string) string {
	for _, n := range names {
		if v := f.props[n]; v != "" {
			return v
		}
	}
	return ""
}

// dates are the written dates of publication, the most trusted first.
func (f *facts) dates(linked, address string) []string {
	dates := []string{linked}
	for _, k := range []string{"article:published_time", "og:article:published_time", "og:published_time", "datepublished",
		"rnews:datepublished", "parsely-pub-date", "sailthru.date", "publishdate", "publish_date", "publish-date", "pub_date",
		"pubdate", "publication_date", "published_time", "date_published", "cxenseparse:recs:publishtime",
		"citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
		"dcterms.created", "dc.date.created", "displaydate", "date"} {
		dates = append(dates, f.props[k])
	}
	dates = append(dates, f.items["datepublished"])
	dates = append(dates, f.times...)
	for _, d := range f.dated {
		if _, wrong := parseDay(d); wrong != dayUnknown { // the class "date" stands at many things
			dates = append(dates, d)
		}
	}
	if m := datedPath().FindStringSubmatch(address); m != nil {
		dates = append(dates, m[1]+"-"+m[2]+"-"+m[3])
	}
	return dates
}

// datedPath is how many news sites lay out their addresses: /politics/1998/02/27/envoys-meet.
var datedPath = pattern(`/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|$)`)

// firstDay is the first date that can be read as a day; where none can, the first date, for the note.
func firstDay(dates []string) string {
	for _, d := range dates {
		if iso, _ := parseDay(d); iso != "" {
			return d
		}
	}
	return firstOf(dates...)
}

// title is the article's name without the site's.
func (f *facts) title(linked, publisher string) string {
	if t := firstOf(linked, f.props["og:title"], f.props["twitter:title"]); t != "" {
		return f.withoutSite(t, publisher, false)
	}
	if len(f.headings) == 1 && strings.Contains(bareWords(f.pageTitle), bareWords(f.headings[0])) {
		return f.headings[0]
	}
	return f.withoutSite(f.pageTitle, publisher, true)
}

// withoutSite takes " | Courier" off a title: where that is the publisher, or a heading of the page is the rest, or,
// in a <title>, where few words follow many.
func (f *facts) withoutSite(title, publisher string, guess bool) string {
	for _, sep := range []string{" | ", " :: ", " » ", " — ", " – ", " - "} {
		i := strings.LastIndex(title, sep)
		if i < 0 {
			continue
		}
		name, site := strings.TrimSpace(title[:i]), title[i+len(sep):]
		if publisher != "" && bareWords(site) == bareWords(publisher) || f.shown(name) ||
			guess && len(strings.Fields(site)) <= 4 && len(strings.Fields(name)) >= 4 {
			return name
		}
	}
	return title
}

func (f *facts) shown(title string) bool {
	for _, h := range f.headings {
		if bareWords(h) == bareWords(title) {
			return true
		}
	}
	return false
}

// heading is the heading that shows the title. The logo of a site is often an <h1> as well; it shares no words with it.
func (f *facts) heading(title string) string {
	want := bareWords(title)
	for _, h := range f.headings {
		have := bareWords(h)
		if len(strings.Fields(h)) >= 3 && want != "" && (strings.Contains(want, have) || strings.Contains(have, want)) || have != "" && have == want {
			return h
		}
	}
	return ""
}

// absolute is the first of the addresses that stands by itself.
func absolute(addresses ...string) string {
	for _, a := range addresses {
		u, err := url.Parse(strings.TrimSpace(a))
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return u.String()
		}
	}
	return ""
}

// noAddress drops an author that is a link to a profile.
func noAddress(s string) string {
	if strings.Contains(s, "://") {
		return ""
	}
	return s
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v = oneLine(v); v != "" {
			return v
		}
	}
	return ""
}

// maxMeta is how many bytes of a field are kept; what is longer is no title and no name.
const maxMeta = 500

// oneLine is valid UTF-8 with single spaces and no invisible characters.
func oneLine(s string) string {
	if len(s) > maxMeta {
		s = strings.ToValidUTF8(s[:maxMeta], "")
	}
	return strings.ToValidUTF8(strings.Join(strings.Fields(invisible.Replace(s)), " "), "\ufffd")
}

// textOf is the text of a small element on one line; of a large one no more than maxMeta bytes.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case blockTags[c.Data] || c.Data == "br":
			b.WriteByte(' ')
		}
		if b.Len() > maxMeta {
			break
		}
	}
	return oneLine(b.String())
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
