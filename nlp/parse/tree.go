package parse

// tree finds maximum spanning trees. It keeps its working memory from one sentence to the next; the zero value is ready.
type tree struct {
	heads  []int
	state  []int8
	starts []int
}

// best is the best tree with exactly one root over n tokens: scores[i*n+j] is that of token i hanging on j, root[i] that
// of i being the root. The result holds -1 for the root and is valid until the next call.
//
// The best head of each token is taken first; where that is a tree with one root nothing better exists. Else the arcs
// are searched by Chu-Liu and Edmonds' algorithm, once for each of the likeliest roots.
func (t *tree) best(scores, root []float32, n int) []int {
	t.heads = growInts(t.heads, n)
	roots := 0
	for i := range n {
		t.heads[i] = bestHead(scores[i*n:(i+1)*n], i)
		if t.heads[i] < 0 || root[i] > scores[i*n+t.heads[i]] {
			t.heads[i] = -1
			roots++
		}
	}
	if roots == 1 && t.acyclic(n) {
		return t.heads
	}
	return t.oneRoot(scores, root, n)
}

func bestHead(row []float32, self int) int {
	best := -1
	for j, v := range row {
		if j != self && (best < 0 || v > row[best]) {
			best = j
		}
	}
	return best
}

// acyclic tells whether every token of t.heads leads to a root.
func (t *tree) acyclic(n int) bool {
	if cap(t.state) < n {
		t.state = make([]int8, n)
	}
	state := t.state[:n]
	clear(state)
	for i := range n {
		j := i
		for j >= 0 && state[j] == 0 {
			state[j] = 1
			j = t.heads[j]
		}
		if j >= 0 && state[j] == 1 {
			return false
		}
		for j = i; j >= 0 && state[j] == 1; j = t.heads[j] {
			state[j] = 2
		}
	}
	return true
}

// rootsTried bounds the roots for which the whole search is run.
const rootsTried = 3

func (t *tree) oneRoot(scores, root []float32, n int) []int {
	t.starts = t.starts[:0]
	for range min(rootsTried, n) {
		best := -1
		for i := range n {
			if !contains(t.starts, i) && (best < 0 || margin(scores, root, i, n) > margin(scores, root, best, n)) {
				best = i
			}
		}
		t.starts = append(t.starts, best)
	}
	var top float64
	found := false
	for _, r := range t.starts {
		heads := arborescence(scores, n, r)
		sum := float64(root[r])
		for i, h := range heads {
			if h >= 0 {
				sum += float64(scores[i*n+h])
			}
		}
		if !found || sum > top {
			found, top = true, sum
			copy(t.heads, heads)
		}
	}
	return t.heads
}

// margin is how much token i prefers to be the root.
func margin(scores, root []float32, i, n int) float32 {
	h := bestHead(scores[i*n:(i+1)*n], i)
	if h < 0 {
		return root[i]
	}
	return root[i] - scores[i*n+h]
}

func contains(xs []int, x int) bool {
	for _, y := range xs {
		if x == y {
			return true
		}
	}
	return false
}

func growInts(x []int, n int) []int {
	if cap(x) < n {
		return make([]int, n)
	}
	return x[:n]
}

// arborescence is the best tree below the root r (Chu and Liu 1965, Edmonds 1967): each cycle of best heads is
// contracted to one node whose incoming arcs are rescored by what they would break, until none is left. O(n³) at worst
// over the few hundred tokens of a sentence; contractions are rare.
func arborescence(scores []float32, n, r int) []int {
	type arc struct{ dep, head int } // tokens behind an arc between nodes
	w := make([]float64, n*n)
	from := make([]arc, n*n)
	for i := range n {
		for j := range n {
			w[i*n+j], from[i*n+j] = float64(scores[i*n+j]), arc{i, j}
		}
	}
	node := make([]int, n) // the node that now stands for each token's node
	alive := make([]bool, n)
	for i := range n {
		node[i], alive[i] = i, true
	}
	choice := make([]int, n)
	type contraction struct {
		into  int
		cycle []int
		arcs  []arc // the chosen arc into each node of the cycle
	}
	var stack []contraction
	for {
		for i := range n {
			choice[i] = -1
			if !alive[i] || i == r {
				continue
			}
			for j := range n {
				if alive[j] && j != i && (choice[i] < 0 || w[i*n+j] > w[i*n+choice[i]]) {
					choice[i] = j
				}
			}
		}
		cycle := findCycle(choice, alive, r, n)
		if cycle == nil {
			break
		}
		into := cycle[0]
		in := make([]bool, n)
		c := contraction{into: into, cycle: cycle}
		for _, v := range cycle {
			in[v] = true
			c.arcs = append(c.arcs, from[v*n+choice[v]])
		}
		for u := range n {
			if !alive[u] || in[u] {
				continue
			}
			bestIn, bestOut := -1, -1
			var inW float64
			for _, v := range cycle {
				gain := w[v*n+u] - w[v*n+choice[v]]
				if bestIn < 0 || gain > inW {
					bestIn, inW = v, gain
				}
				if bestOut < 0 || w[u*n+v] > w[u*n+bestOut] {
					bestOut = v
				}
			}
			inFrom, outW, outFrom := from[bestIn*n+u], w[u*n+bestOut], from[u*n+bestOut]
			w[into*n+u], from[into*n+u] = inW, inFrom
			w[u*n+into], from[u*n+into] = outW, outFrom
		}
		for _, v := range cycle[1:] {
			alive[v] = false
		}
		stack = append(stack, c)
	}
	heads := make([]int, n)
	for i := range heads {
		heads[i] = -1
	}
	for i := range n {
		if alive[i] && i != r && choice[i] >= 0 {
			a := from[i*n+choice[i]]
			heads[a.dep] = a.head
		}
	}
	// Undo the contractions, the last first: the arc that enters a cycle replaces that of the node which it enters.
	members := make([][]int, n)
	for i := range n {
		members[i] = []int{i}
	}
	inside := make([][][]int, len(stack)) // tokens of each node of each cycle, as they were then
	for k, c := range stack {
		var all []int
		for _, v := range c.cycle {
			inside[k] = append(inside[k], members[v])
			all = append(all, members[v]...)
		}
		members[c.into] = all
	}
	for k := len(stack) - 1; k >= 0; k-- {
		for x, tokens := range inside[k] {
			entered := false
			for _, tok := range tokens {
				entered = entered || heads[tok] >= 0
			}
			if !entered {
				heads[stack[k].arcs[x].dep] = stack[k].arcs[x].head
			}
		}
	}
	return heads
}

// findCycle is a cycle of the chosen heads, or nil.
func findCycle(choice []int, alive []bool, r, n int) []int {
	seen := make([]int, n)
	for i := range n {
		if !alive[i] || i == r || seen[i] != 0 {
			continue
		}
		j := i
		for j >= 0 && j != r && seen[j] == 0 {
			seen[j] = i + 1
			j = choice[j]
		}
		if j >= 0 && j != r && seen[j] == i+1 {
			cycle := []int{j}
			for k := choice[j]; k != j; k = choice[k] {
				cycle = append(cycle, k)
			}
			return cycle
		}
	}
	return nil
}
