package tokenize

import (
	"strings"
	"testing"
)

// TestTokens writes a token's end as "|" where no space ends it in the text.
func TestTokens(t *testing.T) {
	for _, c := range []struct{ phenomenon, want string }{
		{"contractions", "They do|n't know|, we|'ve heard|, I|'m sure|, she|'d go|, you|'ll see|, they|'re here|."},
		{"contractions, curly", "It|’s true he did|n’t ask|, and we wo|n’t|."},
		{"contractions in capitals", "DO|N'T WAIT|, IT|'S LATE"},
		{"two contractions", "He would|n't|'ve said so|; she|'d|'ve"},
		{"contractions without apostrophe", "He can|not wait|, they|'re gon|na lose|, I wan|na go"},
		{"all of you", "y'|all know"},
		{"possessives", "the minister|'s aide|, the ministers|' aides|, the Jones|’ house|, Moscow|’s"},
		{"possessive of an abbreviation", "the U.S.|'s view and Kern Inc.|'s plant"},
		{"possessive behind a quotation", "“|Vertigo|”|’s plot"},
		{"suffix cut off before", "the minister 's aide"},
		{"names with apostrophes", "O'Hara met D’Arcy|, ma'am|, at five o'clock"},
		{"clipped words", "rock 'n' roll in the '90s|, give 'em hell|, ’t|is"},
		{"twas", "'t|was late"},
		{"abbreviations", "Mr. Kern|, Sen. Vale|, Gov. Ash and Dr. Lund|, Jr.|, of Ostrel Corp. in the U.S. Senate"},
		{"abbreviations in capitals", "MR. KERN OF ST. ANN"},
		{"initials", "J. R. Vale and A.B. Kern"},
		{"initials glued", "J.|Vale said"},
		{"months and days", "on Sept. 4 and Tues.|, Dec. 5"},
		{"months that are words", "He sat in the sun|. Jan came|."},
		{"months that are words, before a day", "on Sat. 4 and Jan. 5"},
		{"clock", "at 9:30 a.m. and 10:15:30 p.m. on Monday"},
		{"number before a number only", "See No. 5|. He said no|. Six came|."},
		{"states", "in Canton|, Miss.|, and (|D-Miss.|) and R-N.Y."},
		{"a state that is a word", "That was a miss|. He left|."},
		{"degrees", "a Ph.D. from there"},
		{"acronym in a compound", "a U.S.-led force|, a D.C.-based firm"},
		{"abbreviation ending the text", "They left the U.S."},
		{"stop of a word", "They left the land|."},
		{"stop of a capital word", "He took vitamin C|. The dose was low|."},
		{"lost space", "It was over|.|The rest went home|."},
		{"lost space behind a title", "Sen.|Vale spoke"},
		{"hyphens", "front-runner|, 74-year-old|, anti-war|, R-Texas|, pro- and anti-war|, two- to three-fold"},
		{"dashes glued", "the plan|—|a bad one|–|failed|--|twice"},
		{"dashes alone", "the plan — it failed - twice"},
		{"non-breaking hyphen", "a front‑runner"},
		{"ranges", "the 2015-16 season|, 2015|–|16"},
		{"slashes", "9/11|, and/or|, the Herald/Post poll"},
		{"ampersands", "AT&T and Q&A|, Smith & Co. and salt|&|pepper"},
		{"numbers", "1,000 and 2,345,678.90|, 3.5|%|, 1,00,000 and .45"},
		{"list without spaces", "May 3|,|2015"},
		{"signs", "down -3 points and +4"},
		{"money", "$|5 million|, US$|5|, €|4.50|, £|3m"},
		{"ordinals and decades", "the 20th of the 1990s"},
		{"ellipses", "Well|... no|… yes|.... good"},
		{"spaced ellipsis", "Well . . . no"},
		{"terminators", "What|?! No|!!!"},
		{"quotation marks", "“|‘|No|’|, he said|” and \"|yes|\" and «|so|»"},
		{"quotation marks of two strokes", "``|No|,|'' he said"},
		{"brackets", "(|see [|5|]|) {|x|}"},
		{"web addresses", "see https://example.org/a_(b)?c=d#e|, www.example.org|. Or (|http://example.org/x|)|."},
		{"bare hosts", "on Example.com|, news.example.co.uk/today and state.gov|."},
		{"file names", "the file report.pdf is here"},
		{"e-mail", "write to a.kern+news@mail.example.org|."},
		{"handles and tags", "@anna_kern wrote #TalksNow|, #|1 and .|@kern"},
		{"mark-up", "before <a href=\"x y\">|link|</a> after|, 3 < 4"},
		{"underscores", "snake_case and ____"},
		{"rows of marks", "*** and ==="},
		{"emoji", "good 👩‍👩‍👧|👍🏽 and 🇩🇪|🇫🇷"},
		{"smileys", "good :) and bad :-("},
		{"combining marks", "cafe\u0301|, nai\u0308ve"},
		{"no-break space", "5\u00a0million"},
		{"zero-width space", "end\u200bless"},
		{"right to left", "אמר שר החוץ|."},
		{"arabic with marks", "قالَ الوزير|."},
		{"apostrophe between letters beyond ASCII", "Dara’a and Šu’ayb"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			d := annotate(t, strings.ReplaceAll(c.want, "|", ""))
			var got strings.Builder
			for i, k := range d.Tokens {
				if i > 0 {
					got.WriteString(d.Text[d.Tokens[i-1].End:k.Start])
					if k.Start == d.Tokens[i-1].End {
						got.WriteString("|")
					}
				}
				got.WriteString(d.Word(i))
			}
			if got.String() != c.want {
				t.Errorf("got  %s\nwant %s", got.String(), c.want)
			}
		})
	}
}
