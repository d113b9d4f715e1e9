package main

import (
	"slices"

	"gainsay"
)

// atLeast leaves out the statements of a lower score. What was reported within one of them is then reported within the
// nearest statement around it that is left.
func atLeast(r *gainsay.Reading, score float64) {
	low := map[gainsay.StatementID]gainsay.StatementID{} // what each statement left out was inside of
	r.Statements = slices.DeleteFunc(r.Statements, func(s gainsay.Statement) bool {
		if s.Score < score {
			low[s.ID] = s.Inside
			return true
		}
		return false
	})
	for i := range r.Statements {
		s := &r.Statements[i]
		for range len(low) { // as often as there are holders to leave, however they hold one another
			holder, gone := low[s.Inside]
			if !gone {
				break
			}
			s.Inside = holder
		}
		if _, gone := low[s.Inside]; gone {
			s.Inside = ""
		}
	}
}
