package tokenize

import (
	"strings"
	"testing"

	"gainsay/nlp"
)

// TestSentences writes "¦" where a sentence ends within its paragraph and "¶" where a paragraph ends; both stand for the
// white space that want says, given in the text.
func TestSentences(t *testing.T) {
	for _, c := range []struct{ phenomenon, text, want string }{
		{"plain", "He left. She stayed.", "He left.¦She stayed."},
		{"no space", "He left.She stayed.", "He left.¦She stayed."},
		{"question and exclamation", "Who left? She! Then all went.", "Who left?¦She!¦Then all went."},
		{"stop within quotation marks", "“He left.” She stayed.", "“He left.”¦She stayed."},
		{"stop within straight quotation marks", `"He left." "She stayed," he said.`, `"He left."¦"She stayed," he said.`},
		{"two strokes open a quotation", "He nodded. ''We stay,'' he said.", "He nodded.¦''We stay,'' he said."},
		{"nested quotation marks", "“He said, ‘I left.’” Then he left.", "“He said, ‘I left.’”¦Then he left."},
		{"stop within brackets", "(He left.) She stayed.", "(He left.)¦She stayed."},
		{"stop behind brackets", "He left (by car). She stayed.", "He left (by car).¦She stayed."},
		{"two stops around a bracket", "He left (hurrah!). She stayed.", "He left (hurrah!).¦She stayed."},
		{"question quoted, attribution in lower case", "“Why?” he asked. “No idea!” said she.", "“Why?” he asked.¦“No idea!” said she."},
		{"question quoted, attribution by name", "“Why?” Anna Kern asked. He left.", "“Why?” Anna Kern asked.¦He left."},
		{"question quoted, no attribution", "“Why?” Nobody knew.", "“Why?”¦Nobody knew."},
		{"title", "He saw Mr. Kern and Gen. Vale. They left.", "He saw Mr. Kern and Gen. Vale.¦They left."},
		{"initials", "A. B. Kern and J.R. Vale left. They ran.", "A. B. Kern and J.R. Vale left.¦They ran."},
		{"acronym within", "The U.S. Senate and the U.N. Council met.", "The U.S. Senate and the U.N. Council met."},
		{"acronym at the end", "He left the U.S. The rest stayed.", "He left the U.S.¦The rest stayed."},
		{"acronym before a quotation", "He left the U.S. “The rest stayed,” he said.", "He left the U.S.¦“The rest stayed,” he said."},
		{"company", "Kern Inc. Chairman Vale left. Kern Inc. He left.", "Kern Inc. Chairman Vale left.¦Kern Inc.¦He left."},
		{"state behind its town", "He lives in Canton, Ohio. She is in Fresno, Calif. Kern left.", "He lives in Canton, Ohio.¦She is in Fresno, Calif.¦Kern left."},
		{"state within", "In Fresno, Calif., Kern left.", "In Fresno, Calif., Kern left."},
		{"party and state", "Sen. Anna Kern (D-Calif.) said no.", "Sen. Anna Kern (D-Calif.) said no."},
		{"month", "On Jan. 5 and Feb. 6 they met. March came.", "On Jan. 5 and Feb. 6 they met.¦March came."},
		{"number sign", "He was No. 2 there. She said no. Two left.", "He was No. 2 there.¦She said no.¦Two left."},
		{"clock", "At 9 a.m. Monday they met. They left at 5 p.m. He stayed.", "At 9 a.m. Monday they met.¦They left at 5 p.m.¦He stayed."},
		{"decimal", "It rose 3.5 percent. It fell.", "It rose 3.5 percent.¦It fell."},
		{"ellipsis within", "He … left, and … so did she.", "He … left, and … so did she."},
		{"ellipsis at the end", "He waited... Then he left.", "He waited...¦Then he left."},
		{"ellipsis at the beginning", "He left. … She stayed. “... They ran.”", "He left.¦… She stayed.¦“... They ran.”"},
		{"spaced ellipsis", "He left . . . and ran. He waited. . . . Then he left.", "He left . . . and ran.¦He waited. . . .¦Then he left."},
		{"dateline", "MOSCOW, Feb. 26 (Reuters) – The ministry said no. It meant no.", "MOSCOW, Feb. 26 (Reuters) – The ministry said no.¦It meant no."},
		{"dateline of one bracket", "(Reuters) The ministry said no.", "(Reuters) The ministry said no."},
		{"citation", "They talked to Ostrel. (NordPress, June 17) Then they left. (See Courant, Jan. 5) “Yes.”",
			"They talked to Ostrel.¦(NordPress, June 17)¦Then they left.¦(See Courant, Jan. 5)¦“Yes.”"},
		{"citation at the end", "They left. (AP, March 26; Reuters, March 27)", "They left.¦(AP, March 26; Reuters, March 27)"},
		{"bracket within", "They left. (Some ran) and hid.", "They left.¦(Some ran) and hid."},
		{"reference", "They left. [17] Then they ran.", "They left. [17]¦Then they ran."},
		{"year behind a title", "In Viva! (1965) she sang.", "In Viva! (1965) she sang."},
		{"caption", "Figure 1. Arms by year", "Figure 1. Arms by year"},
		{"item numbers", "2.1. New rules\n\n3. Old rules. They hold.", "2.1. New rules¶3. Old rules.¦They hold."},
		{"bullets in one line", "They want: • money • men", "They want:¦• money¦• men"},
		{"attribution across a stop", "“We won.” said she. He left.", "“We won.” said she.¦He left."},
		{"closing marks turned the wrong way", "”We won.“ He left.", "”We won.“¦He left."},
		{"headline without a stop", "Talks Fail in Ostrel\n\nThe talks failed. All left.", "Talks Fail in Ostrel¶The talks failed.¦All left."},
		{"byline", "Talks Fail\nBy Anna Kern\nOSTREL (AP) — The talks failed.", "Talks Fail¶By Anna Kern¶OSTREL (AP) — The talks failed."},
		{"header line", "Publication: Courant Volume: 4 Issue: 40\n\nThe talks failed.", "Publication: Courant Volume: 4 Issue: 40¶The talks failed."},
		{"quotation runs into the next paragraph", "“We won.\n\n“They lost.”", "“We won.¶“They lost.”"},
		{"windows line ends", "Talks Fail\r\n\r\nThe talks failed.", "Talks Fail¶The talks failed."},
		{"old line ends", "Talks Fail\r\rThe talks failed.", "Talks Fail¶The talks failed."},
		{"paragraph separator", "Talks Fail\u2029The talks failed.", "Talks Fail¶The talks failed."},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			if got := outline(annotate(t, c.text)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// outline shows the sentences with their marks; white space within a sentence is shown as a space.
func outline(d *nlp.Doc) string {
	var b strings.Builder
	for i, s := range d.Sentences {
		switch {
		case i == 0:
		case s.Paragraph != d.Sentences[i-1].Paragraph:
			b.WriteString("¶")
		default:
			b.WriteString("¦")
		}
		words := d.Words(nlp.Range{First: s.First, Last: s.Last})
		b.WriteString(strings.Join(strings.Fields(words), " "))
	}
	return b.String()
}

const wrapped = `     OSTREL, June 16 (NordPress) - The talks on the fate of the freighter broke
down on Thursday, after the two sides had met for barely an hour on Aug.
29. "We were not asked," a spokesman for the port, Mr. A. B. Kern, told the
reporters who had waited outside.
     In the capital, officials said the minister would go to see Gen. Ivan Vale
– without much hope – on the next day, or on the day after that, if there was
still time.
  - The first item of the list is short.
  - The second one is rather longer than the first one was, and so it runs on to
    the next line.
`

func TestLines(t *testing.T) {
	for _, c := range []struct{ phenomenon, text, want string }{
		{"hard-wrapped with indents and items", wrapped,
			`OSTREL, June 16 (NordPress) - The talks on the fate of the freighter broke down on Thursday, after the two sides had met for barely an hour on Aug. 29.¦` +
				`"We were not asked," a spokesman for the port, Mr. A. B. Kern, told the reporters who had waited outside.¶` +
				`In the capital, officials said the minister would go to see Gen. Ivan Vale – without much hope – on the next day, or on the day after that, if there was still time.¶` +
				`- The first item of the list is short.¶` +
				`- The second one is rather longer than the first one was, and so it runs on to the next line.`},
		{"a paragraph a line",
			"The talks broke down on Thursday, after an hour of shouting in the hall of the port authority in Ostrel, and all went home.\nNobody knew why\nAsked later, the minister smiled. He did not speak.",
			"The talks broke down on Thursday, after an hour of shouting in the hall of the port authority in Ostrel, and all went home.¶Nobody knew why¶Asked later, the minister smiled.¦He did not speak."},
		{"a stray break", "The talks on the fate of the freighter, it was learned,\nbroke down on Thursday.", "The talks on the fate of the freighter, it was learned, broke down on Thursday."},
		{"short items in lower case", "bread\nmilk\neggs", "bread¶milk¶eggs"},
		{"items", "We want:\n- men\n- money\n• ships", "We want:¶- men¶- money¶• ships"},
		{"numbered items", "We want the following things from you all.\n1. Men\n2. Money\n(c) Ships", "We want the following things from you all.¶1. Men¶2. Money¶(c) Ships"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			if got := outline(annotate(t, c.text)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestLongSentences(t *testing.T) {
	d := annotate(t, strings.Repeat("word ", 250)+"; "+strings.Repeat("word ", 100)+", "+strings.Repeat("word ", 600))
	if got, want := d.Sentences[0].Last, 251; got != want {
		t.Errorf("the first piece has %d tokens, want %d: it should end behind the semicolon", got, want)
	}
	if got, want := d.Sentences[1].Last-d.Sentences[1].First, longest; got > want {
		t.Errorf("the second piece has %d tokens, want %d at most", got, want)
	}
}
