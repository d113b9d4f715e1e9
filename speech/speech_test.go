package speech

import "testing"

func TestLabels(t *testing.T) {
	for _, e := range readExamples(t) {
		t.Run(e.what, func(t *testing.T) {
			l := Label(e.doc, 0)
			got := [4]string{string(l.Act), string(l.Commitment), string(l.Quote), string(l.Speaker.Kind)}
			if got != e.want {
				t.Errorf("%s\ngot  %v\nwant %v", e.doc.Text, got, e.want)
			}
		})
	}
}
