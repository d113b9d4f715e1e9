package evaluate

import (
	"cmp"
	"slices"
	"sort"
	"unicode"

	"gainsay"
)

// wordsOf finds the words of a text: runs of letters and numbers, in code points.
func wordsOf(text string) []gainsay.Span {
	var out []gainsay.Span
	start, at := -1, 0
	for _, r := range text {
		word := unicode.IsLetter(r) || unicode.IsNumber(r)
		switch {
		case word && start < 0:
			start = at
		case !word && start >= 0:
			out = append(out, gainsay.Span{Start: start, End: at})
			start = -1
		}
		at++
	}
	if start >= 0 {
		out = append(out, gainsay.Span{Start: start, End: at})
	}
	return out
}

// words is a set of word indexes, ascending.
type words []int

// wordSet is the words of one statement, by role.
type wordSet [roles]words

func wordSets(all []gainsay.Span, statements []statement) []wordSet {
	out := make([]wordSet, len(statements))
	for i, s := range statements {
		for role := range roles {
			out[i][role] = covered(all, s[role])
		}
	}
	return out
}

// covered is the words that the spans touch.
func covered(all []gainsay.Span, spans gainsay.Spans) words {
	var out words
	for _, s := range spans {
		for i := sort.Search(len(all), func(i int) bool { return all[i].End > s.Start }); i < len(all) && all[i].Start < s.End; i++ {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// union is the words that have the role in any statement.
func union(sets []wordSet, role int) words {
	var out words
	for _, s := range sets {
		out = append(out, s[role]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// both is the words that a and b share.
func both(a, b words) words {
	var out words
	for len(a) > 0 && len(b) > 0 {
		switch c := cmp.Compare(a[0], b[0]); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			out = append(out, a[0])
			a, b = a[1:], b[1:]
		}
	}
	return out
}

// unbroken is the runs of consecutive words that have the role in one statement, as first and last word; a run that
// two statements share counts once.
func unbroken(sets []wordSet, role int) map[[2]int]bool {
	out := map[[2]int]bool{}
	for _, s := range sets {
		ws := s[role]
		for first := 0; first < len(ws); {
			last := first
			for last+1 < len(ws) && ws[last+1] == ws[last]+1 {
				last++
			}
			out[[2]int{ws[first], ws[last]}] = true
			first = last + 1
		}
	}
	return out
}

// match pairs gold and predicted statements one to one, the best overlap first, and counts the pairs whose contents
// and sources both reach the floor.
func match(gold, predicted []wordSet, floor float64) int {
	type pair struct {
		overlap float64
		g, p    int
	}
	var pairs []pair
	for g := range gold {
		for p := range predicted {
			if len(both(gold[g][content], predicted[p][content])) == 0 {
				continue
			}
			c := jaccard(gold[g][content], predicted[p][content])
			s := jaccard(gold[g][source], predicted[p][source])
			if c >= floor && s >= floor {
				pairs = append(pairs, pair{c + s, g, p})
			}
		}
	}
	// Of equal overlaps the later statements go first: the order decides who is left over, and this one is the
	// published scorer's.
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.overlap, a.overlap), cmp.Compare(b.g, a.g), cmp.Compare(b.p, a.p))
	})
	usedGold, usedPredicted := map[int]bool{}, map[int]bool{}
	for _, x := range pairs {
		if !usedGold[x.g] && !usedPredicted[x.p] {
			usedGold[x.g], usedPredicted[x.p] = true, true
		}
	}
	return len(usedGold)
}

// jaccard is the share of the words of either set that both hold; two empty sets are the same.
func jaccard(a, b words) float64 {
	if len(a) == 0 && len(b) == 0 {
		return 1
	}
	n := len(both(a, b))
	return float64(n) / float64(len(a)+len(b)-n)
}
