package parse

import (
	"math"
	"math/rand/v2"
	"testing"
)

// exhaustive is the score of the best tree with one root, by trying every assignment of heads.
func exhaustive(scores, root []float32, n int) float64 {
	best := math.Inf(-1)
	heads := make([]int, n)
	var try func(i int)
	try = func(i int) {
		if i < n {
			for h := -1; h < n; h++ {
				if h != i {
					heads[i] = h
					try(i + 1)
				}
			}
			return
		}
		if isTree(heads) {
			best = math.Max(best, total(scores, root, heads))
		}
	}
	try(0)
	return best
}

func isTree(heads []int) bool {
	roots := 0
	for i, h := range heads {
		if h < 0 {
			roots++
		}
		for steps := 0; h >= 0; h = heads[h] {
			if steps++; steps > len(heads) || h == i {
				return false
			}
		}
	}
	return roots == 1
}

func total(scores, root []float32, heads []int) float64 {
	sum := 0.0
	for i, h := range heads {
		if h < 0 {
			sum += float64(root[i])
		} else {
			sum += float64(scores[i*len(heads)+h])
		}
	}
	return sum
}

func TestBestIsTheBestTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var tr tree
	exact := 0
	const rounds = 400
	for range rounds {
		n := 1 + rng.IntN(5)
		scores, root := make([]float32, n*n), make([]float32, n)
		for i := range scores {
			scores[i] = float32(rng.IntN(9))
		}
		for i := range root {
			root[i] = float32(rng.IntN(9))
		}
		heads := tr.best(scores, root, n)
		if !isTree(heads) {
			t.Fatalf("n=%d scores %v root %v: %v is no tree with one root", n, scores, root, heads)
		}
		got, want := total(scores, root, heads), exhaustive(scores, root, n)
		if got > want {
			t.Fatalf("n=%d: %v scores %v, more than the best %v", n, heads, got, want)
		}
		if got == want {
			exact++
		}
		// Where every root is tried the search is exact.
		if n <= rootsTried && got != want {
			t.Errorf("n=%d scores %v root %v: %v scores %v, the best tree %v", n, scores, root, heads, got, want)
		}
	}
	if exact < rounds*97/100 {
		t.Errorf("%d of %d trees are the best there are", exact, rounds)
	}
}

// A large sentence with random scores is full of cycles within cycles.
func TestBestContractsNestedCycles(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	var tr tree
	for _, n := range []int{1, 2, 3, 40, 120} {
		scores, root := make([]float32, n*n), make([]float32, n)
		for i := range scores {
			scores[i] = rng.Float32()
		}
		if heads := tr.best(scores, root, n); !isTree(heads) {
			t.Errorf("n=%d: no tree with one root", n)
		}
	}
}
