package reader

import (
	"strings"
	"unicode/utf8"
)

// pieceBytes bounds the text whose layers are held at a time: about 200,000 words. A longer document is read in pieces,
// so that memory does not grow with it; nothing is linked across them.
const pieceBytes = 1 << 20

// pieces cuts text into pieces of at most size bytes: where a paragraph ends, else at a space, else between two code points. Joined they are the text.
func pieces(text string, size int) []string {
	var out []string
	for len(text) > size {
		at := strings.LastIndex(text[:size], "\n\n") + 2
		if at < size/2 {
			at = strings.LastIndexAny(text[:size], " \n\t") + 1
		}
		if at < size/2 {
			at = size
			for !utf8.RuneStart(text[at]) {
				at--
			}
		}
		out = append(out, text[:at])
		text = text[at:]
	}
	return append(out, text)
}
