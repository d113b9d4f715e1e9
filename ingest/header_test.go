package ingest

import (
	"testing"

	"gainsay"
)

func TestHeaders(t *testing.T) {
	const body = "\n\nThe board said no.\n"
	courier := gainsay.Series{Title: "Courier", Volume: 9, Issue: 51}
	for _, c := range []struct {
		name, raw string
		want      gainsay.Document
		series    *gainsay.Series
	}{
		{"several on a line", "Publication: Courier Volume: 9 Issue: 51" + body, gainsay.Document{Publisher: "Courier"}, &courier},
		{"one a line", "Publication: Courier\nVolume: 9\nIssue: 51\nTitle: Board Says No: A Quarrel\nDate: February 27, 1998\nBy: Anna Lind" + body,
			gainsay.Document{Publisher: "Courier", Title: "Board Says No: A Quarrel", Published: "1998-02-27", Byline: "Anna Lind"}, &courier},
		{"wide gaps and Windows lines", "Newspaper: Courier\t Vol.: 9   No.: 51\r\nHeadline: Board Says No   Byline: By Anna Lind\r\n" + body,
			gainsay.Document{Publisher: "Courier", Title: "Board Says No", Byline: "Anna Lind"}, &courier},
		{"blank lines before", "\n\nSource: Courier\nPublished: 27 Feb 1998\nURL: https://courier.example/a" + body,
			gainsay.Document{Publisher: "Courier", Published: "1998-02-27", URL: "https://courier.example/a"}, nil},
		{"unknown keys between", "Title: Board Says No\nLanguage: English\nAuthor: Anna Lind\nDate: 1998-02-27" + body,
			gainsay.Document{Title: "Board Says No", Byline: "Anna Lind", Published: "1998-02-27"}, nil},
		{"key within a title", "Title: Water Source: Villagers Blame the Dam\nDate: 1998-02-27" + body,
			gainsay.Document{Title: "Water Source: Villagers Blame the Dam", Published: "1998-02-27"}, nil},
		{"small letters", "title: Board says no\npublisher: Courier" + body, gainsay.Document{Title: "Board says no", Publisher: "Courier"}, nil},
		{"headline that looks like one", "Source: talks with the union collapsed" + body, gainsay.Document{}, nil},
		{"one weak key alone", "Source: Iran to quit talks" + body, gainsay.Document{}, nil},
		{"sentence with a colon", "The source: a colonel. The date: unknown." + body, gainsay.Document{}, nil},
		{"no header", "Board Says No" + body, gainsay.Document{}, nil},
		{"header after the text", "The board said no.\nPublication: Courier Volume: 9 Issue: 51\n", gainsay.Document{}, nil},
		{"speaker's name", "Reporter: Did you sign?\nMinister: I did not.\n", gainsay.Document{}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Text("a.txt", []byte(c.raw), Options{Now: clock})
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != c.raw {
				t.Errorf("the header changed the text: %q", d.Text)
			}
			if d.Publisher != c.want.Publisher || d.Title != c.want.Title || d.Published != c.want.Published ||
				d.Byline != c.want.Byline || d.URL != c.want.URL || len(d.Notes) > 0 {
				t.Errorf("got %+v", d)
			}
			switch {
			case (d.Series == nil) != (c.series == nil), d.Series != nil && *d.Series != *c.series:
				t.Errorf("series %+v, want %+v", d.Series, c.series)
			}
		})
	}
}

func TestHeaderDatesLeftOpen(t *testing.T) {
	for written, says := range map[string]string{
		"03/04/1998":        "day/month or as month/day",
		"3.4.98":            "day/month or as month/day",
		"February 30, 1998": "not a day of the calendar",
		"31/31/1998":        "not a day of the calendar",
		"last Tuesday":      "cannot be read as a date",
	} {
		t.Run(written, func(t *testing.T) {
			raw := "Publication: Courier\nDate: " + written + "\n\nThe board said no.\n"
			d, err := Text("a.txt", []byte(raw), Options{Now: clock})
			if err != nil {
				t.Fatal(err)
			}
			if d.Published != "" || !noted(d.Notes, says, "--published") {
				t.Fatalf("published %q, notes %q", d.Published, notesOf(d))
			}
			if words := gainsay.NewIndex(d.Text).Words(d.Notes[0].Span); words != written {
				t.Errorf("the note points at %q", words)
			}
			d, err = Text("a.txt", []byte(raw), Options{Published: "1998-04-03", Now: clock})
			if err != nil || d.Published != "1998-04-03" || len(d.Notes) > 0 {
				t.Errorf("with --published: %q, notes %q, error %v", d.Published, notesOf(d), err)
			}
		})
	}
}

func TestDays(t *testing.T) {
	for written, want := range map[string]string{
		"1998-02-27":                      "1998-02-27",
		"1998-02-27T23:30:00-05:00":       "1998-02-27",
		"1998-02-27 08:15":                "1998-02-27",
		"1998/2/27":                       "1998-02-27",
		"19980227":                        "1998-02-27",
		"February 27, 1998":               "1998-02-27",
		"Friday, February 27, 1998":       "1998-02-27",
		"Feb. 27, 1998":                   "1998-02-27",
		"Sept. 3rd 1998":                  "1998-09-03",
		"27 Feb 1998":                     "1998-02-27",
		"27th of February 1998":           "1998-02-27",
		"27-Feb-1998":                     "1998-02-27",
		"Fri, 27 Feb 1998 08:15:00 +0000": "1998-02-27",
		"27 FEBRUARY 1998":                "1998-02-27",
		"27/02/1998":                      "1998-02-27", // no other reading is a day
		"02/27/1998":                      "1998-02-27",
		"4/4/1998":                        "1998-04-04",
		"29 February 2000":                "2000-02-29",
	} {
		if iso, wrong := parseDay(written); iso != want || wrong != "" {
			t.Errorf("%s: %q %s, want %s", written, iso, wrong, want)
		}
	}
	for written, want := range map[string]string{
		"29 February 1900": dayImpossible, "1998-13-01": dayImpossible, "June 31, 1998": dayImpossible, "0098-02-27": dayImpossible,
		"2/3/1998": dayAmbiguous, "2-3-98": dayAmbiguous,
		"": dayUnknown, "1998": dayUnknown, "February 1998": dayUnknown, "27 Foo 1998": dayUnknown, "1998-02-270": dayUnknown,
	} {
		if iso, wrong := parseDay(written); iso != "" || wrong != want {
			t.Errorf("%q: %q, %q; want %q", written, iso, wrong, want)
		}
	}
}
