package coref

import (
	"sort"
	"strings"

	"gainsay"
	"gainsay/nlp"
)

// ResolveSpeakers adds "I", "me", "my" and "myself" inside the quotations of d.Found to the clusters of those who are
// quoted. It needs Clusters and Found, leaves both in order, and makes no new cluster: a speaker who is in none stays so.
// Calling it twice adds nothing the second time.
func ResolveSpeakers(d *nlp.Doc) {
	at := clusterAt(d)
	for i := range d.Found {
		a := &d.Found[i]
		c := speakerCluster(d, a, at)
		if c < 0 {
			continue
		}
		added := false
		for _, g := range a.Content {
			for k := g.First; k < g.Last; k++ {
				if d.Tokens[k].Quote != nlp.QuoteInside || !strings.HasPrefix(d.Tokens[k].Tag, "PRP") || at[k] >= 0 || nested(d, i, k) {
					continue
				}
				switch strings.ToLower(d.Word(k)) {
				case "i", "me", "my", "mine", "myself":
					d.Clusters[c].Members = append(d.Clusters[c].Members, nlp.Range{First: k, Last: k + 1})
					at[k] = c
					added = true
				}
			}
		}
		if added {
			ms := d.Clusters[c].Members
			sort.SliceStable(ms, func(x, y int) bool { return ms[x].First < ms[y].First })
		}
	}
}

// clusterAt is the cluster of each token: that of the shortest member around it; -1 where there is none.
func clusterAt(d *nlp.Doc) []int {
	at, size := make([]int, len(d.Tokens)), make([]int, len(d.Tokens))
	for i := range at {
		at[i] = -1
	}
	for c := range d.Clusters {
		for _, m := range d.Clusters[c].Members {
			for k := m.First; k < m.Last; k++ {
				if n := m.Last - m.First; at[k] < 0 || n < size[k] {
					at[k], size[k] = c, n
				}
			}
		}
	}
	return at
}

// speakerCluster is the cluster of the one person who is a's source; -1 where there is none or several.
func speakerCluster(d *nlp.Doc, a *nlp.Attribution, at []int) int {
	for _, g := range a.Source {
		for k := g.First; k < g.Last; k++ {
			if h := d.Tokens[k].Head; (h < g.First || h >= g.Last) && at[k] >= 0 && d.Tokens[k].Rel != "punct" {
				if d.Clusters[at[k]].Kind == gainsay.Person && d.Tokens[k].Tag != "NNS" {
					return at[k]
				}
				return -1
			}
		}
	}
	return -1
}

// nested tells whether token k also stands in the content of a statement inside statement i: there "I" is another.
func nested(d *nlp.Doc, i, k int) bool {
	for j := i + 1; j < len(d.Found) && j < i+16; j++ {
		if d.Found[j].Inside != i {
			continue
		}
		for _, g := range d.Found[j].Content {
			if g.First <= k && k < g.Last {
				return true
			}
		}
	}
	return false
}
