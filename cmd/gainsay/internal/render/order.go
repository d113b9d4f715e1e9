package render

import "gainsay"

// placed is a statement where it is to be shown: below its holder, Depth levels in.
type placed struct {
	*gainsay.Statement
	Depth int
}

// order puts each statement right after the one that it is reported in, and otherwise keeps the order given. A
// statement whose holder is not there, or that would hold itself, stands on its own.
func order(statements []gainsay.Statement) []placed {
	at := make(map[gainsay.StatementID]int, len(statements))
	for i := range statements {
		at[statements[i].ID] = i
	}
	held := make(map[int][]int)
	var tops []int
	for i := range statements {
		if holder, ok := at[statements[i].Inside]; ok && holder != i {
			held[holder] = append(held[holder], i)
		} else {
			tops = append(tops, i)
		}
	}
	out := make([]placed, 0, len(statements))
	done := make([]bool, len(statements))
	var place func(i, depth int)
	place = func(i, depth int) {
		if done[i] {
			return
		}
		done[i] = true
		out = append(out, placed{&statements[i], depth})
		for _, j := range held[i] {
			place(j, depth+1)
		}
	}
	for _, i := range tops {
		place(i, 0)
	}
	for i := range statements { // what is left holds itself by way of others
		place(i, 0)
	}
	return out
}
