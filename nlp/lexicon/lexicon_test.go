package lexicon

import (
	"strings"
	"testing"
)

func TestEmbeddedListsParse(t *testing.T) {
	if _, err := parse(nounsText, peopleText, outletsText); err != nil {
		t.Fatal(err)
	}
}

func TestNoun(t *testing.T) {
	for _, c := range []struct {
		modifier, lemma string
		want            Class
	}{
		{"", "spokesman", Person},
		{"", "Spokesman", Person},
		{"", "president", Head},
		{"vice", "president", Person},
		{"", "vice-president", Person},
		{"", "ministry", Organisation},
		{"", "agency", Organisation},
		{"news", "agency", Outlet},
		{"", "source", Withheld},
		{"", "microbiologist", Person},
		{"", "yachtsman", Person},
		{"", "ex-ambassador", Person},
		{"", "survey", Document},
		{"", "computer", Thing},
		{"", "", Thing},
	} {
		if got := Noun(c.modifier, c.lemma); got != c.want {
			t.Errorf("Noun(%q, %q) = %d, want %d", c.modifier, c.lemma, got, c.want)
		}
	}
}

func TestIsOutlet(t *testing.T) {
	for name, want := range map[string]bool{
		"Reuters": true, "the Associated Press": true, "The Straits Times": true, "Radio Wellington": true,
		"Voice of Dalmatia": true, "Lagos Morning News": true, "Example.com": true, "Post": true,
		"Foreign Ministry": false, "Timesheet": false, "New Zealand": false, "": false,
	} {
		if got := IsOutlet(name); got != want {
			t.Errorf("IsOutlet(%q) = %v", name, got)
		}
	}
}

func TestPeople(t *testing.T) {
	if GivenName("Margaret") != Female || GivenName("margaret") != Female || GivenName("Henrik") != Male || GivenName("Quux") != Unknown {
		t.Error("given names")
	}
	if NounGender("Mrs.") != Female || NounGender("spokesman") != Male || NounGender("spokesperson") != Unknown {
		t.Error("nouns that tell gender")
	}
	for title, want := range map[string]string{"Sen.": "senator", "Gov.": "governor", "Mr.": ""} {
		if noun, ok := Title(title); !ok || noun != want {
			t.Errorf("Title(%q) = %q, %v", title, noun, ok)
		}
	}
	if _, ok := Title("Acme"); ok {
		t.Error("Acme is no title")
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	good := func() (string, string, string) { return "[person]\nclerk\n", "[male]\nKarl\n", "[name]\nCourier\n" }
	for _, c := range []struct {
		what, list, text, want string
	}{
		{"entry before a header", "nouns", "# words\n\nclerk\n", "nouns.txt:3:"},
		{"unknown class", "nouns", "[person]\nclerk\n[animal]\ncat\n", "nouns.txt:3:"},
		{"noun in two classes", "nouns", "[person]\nclerk\n[group]\nteam,\nclerk\n", "nouns.txt:5:"},
		{"open header", "nouns", "[person\nclerk\n", "nouns.txt:1:"},
		{"empty section", "nouns", "[person]\n# none\n[group]\nteam\n", "nouns.txt:1:"},
		{"empty last section", "nouns", "[person]\nclerk\n[group]\n", "nouns.txt:3:"},
		{"entry twice", "people", "[male]\nKarl, Otto,\nKarl\n", "people.txt:3:"},
		{"name of both", "people", "[male]\nKarl\n[female]\nkarl\n", "people.txt:4:"},
		{"title without its noun", "people", "[title]\nsen.\n", "people.txt:2:"},
		{"unknown class of outlets", "outlets", "[names]\nCourier\n", "outlets.txt:1:"},
	} {
		nouns, people, outlets := good()
		switch c.list {
		case "nouns":
			nouns = c.text
		case "people":
			people = c.text
		case "outlets":
			outlets = c.text
		}
		_, err := parse(nouns, people, outlets)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one that begins with %s", c.what, err, c.want)
		}
	}
	if _, err := parse(good()); err != nil {
		t.Error(err)
	}
}
