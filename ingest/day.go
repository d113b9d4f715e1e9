package ingest

import (
	"strconv"
	"strings"
	"time"
)

const isoDay = "2006-01-02"

func isISODay(s string) bool {
	_, err := time.Parse(isoDay, s)
	return err == nil
}

// What keeps a date from being taken; the words complete "publication date X …".
const (
	dayUnknown    = "cannot be read as a date"
	dayAmbiguous  = "can be read as day/month or as month/day"
	dayImpossible = "is not a day of the calendar"
)

const (
	weekday = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?`
	month   = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
)

// The forms of a date, each at the start of what is given; a time of day may follow.
var (
	yearFirst  = pattern(`^(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})(?:\D|$)`)
	compact    = pattern(`^(\d{4})(\d{2})(\d{2})(?:\D|$)`)
	monthFirst = pattern(`(?i)^` + weekday + month + `\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\D|$)`)
	dayFirst   = pattern(`(?i)^` + weekday + `(\d{1,2})(?:st|nd|rd|th)?(?:\s+of\s+|[\s-]+)` + month + `\.?,?[\s-]+(\d{4})(?:\D|$)`)
	numbers    = pattern(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\D|$)`)
	shortYear  = pattern(`^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?:\D|$)`)
)

// parseDay reads a date as newspapers, pages and records write it, and returns the ISO day; or "" and what is wrong
// with it. The day is the one that is written, in whatever zone the time that follows may be. 03/04/1998 is left open:
// it is March in New York and April in London.
func parseDay(s string) (iso, wrong string) {
	s = strings.Join(strings.Fields(s), " ")
	if m := yearFirst().FindStringSubmatch(s); m != nil && m[2] == m[4] {
		return calendar(m[1], m[3], m[5])
	}
	if m := compact().FindStringSubmatch(s); m != nil {
		return calendar(m[1], m[2], m[3])
	}
	if m := monthFirst().FindStringSubmatch(s); m != nil {
		return calendar(m[3], monthNumber(m[1]), m[2])
	}
	if m := dayFirst().FindStringSubmatch(s); m != nil {
		return calendar(m[3], monthNumber(m[2]), m[1])
	}
	if m := numbers().FindStringSubmatch(s); m != nil {
		return numeric(m[1], m[2], m[3])
	}
	if shortYear().MatchString(s) {
		return "", dayAmbiguous
	}
	return "", dayUnknown
}

func numeric(a, b, year string) (iso, wrong string) {
	dayMonth, wrong := calendar(year, b, a)
	monthDay, _ := calendar(year, a, b)
	switch {
	case dayMonth != "" && monthDay != "" && dayMonth != monthDay:
		return "", dayAmbiguous
	case dayMonth != "":
		return dayMonth, ""
	case monthDay != "":
		return monthDay, ""
	}
	return "", wrong
}

// calendar checks the numbers against the Gregorian calendar. The first newspapers are of the 1600s.
func calendar(year, month, day string) (iso, wrong string) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1600 || t.Month() != time.Month(m) || t.Day() != d {
		return "", dayImpossible
	}
	return t.Format(isoDay), ""
}

func monthNumber(name string) string {
	const names = "janfebmaraprmayjunjulaugsepoctnovdec"
	return strconv.Itoa(strings.Index(names, strings.ToLower(name)[:3])/3 + 1)
}
