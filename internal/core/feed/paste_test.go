package feed

import (
	"fmt"
	"strings"
	"testing"

	"midweek/internal/core/day"
)

var pastedYear = day.Span{First: day.MustParse("2024-08-19"), Last: day.MustParse("2025-06-18")}

func pasted(text string) string {
	readings, unread := ReadText(text, pastedYear, Options{})
	var list []string
	for _, r := range readings {
		line := fmt.Sprintf("%d: %s %s", r.Line, told(r), r.First)
		if r.Last > r.First {
			line += ".." + r.Last.String()
		}
		list = append(list, line+" "+r.Title)
	}
	for _, u := range unread {
		list = append(list, fmt.Sprintf("%d: %s", u.Line, u.Why.Code))
	}
	return strings.Join(list, "\n")
}

func TestPastedLines(t *testing.T) {
	for text, want := range map[string]string{
		"Nov 25-29 Thanksgiving break":                    "1: closed 2024-11-25..2024-11-29 Thanksgiving break",
		"11/25 - 11/29":                                   "1: closed 2024-11-25..2024-11-29 11/25 - 11/29",
		"11/25-29 Thanksgiving":                           "1: closed 2024-11-25..2024-11-29 Thanksgiving",
		"Monday, January 20: MLK Day – no school":         "1: closed 2025-01-20 MLK Day – no school",
		"Dec. 23–Jan. 3 Winter Recess":                    "1: closed 2024-12-23..2025-01-03 Winter Recess",
		"December 23rd through January 3rd: Winter Break": "1: closed 2024-12-23..2025-01-03 Winter Break",
		"25-29 de noviembre":                              "1: closed 2024-11-25..2024-11-29 25-29 de noviembre",
		"Del 23 de diciembre al 3 de enero: vacaciones":   "1: closed 2024-12-23..2025-01-03 vacaciones",
		"NOVEMBER\n11 Veterans Day\n\n25-29 Thanksgiving": "2: closed 2024-11-11 Veterans Day\n4: closed 2024-11-25..2024-11-29 Thanksgiving",
		"February 2025\nMon 17 - Presidents Day":          "2: closed 2025-02-17 Presidents Day",
		"Labor Day - September 2":                         "1: closed 2024-09-02 Labor Day",
		"Sept 2, 2024 Labor Day":                          "1: closed 2024-09-02 Labor Day",
		"9/2/24 Labor Day":                                "1: closed 2024-09-02 Labor Day",
		"2024-09-02 Labor Day":                            "1: closed 2024-09-02 Labor Day",
		"Oct 14 & 15 Fall break":                          "1: closed 2024-10-14 Fall break\n1: closed 2024-10-15 Fall break",
		"No School: Sept 2, Oct 14":                       "1: closed 2024-09-02 No School\n1: closed 2024-10-14 No School",
		"Nov 27 Early dismissal 12:30":                    "1: partial 12:30 2024-11-27 Early dismissal 12:30",
		"Dec 20 - 1/2 day":                                "1: partial 2024-12-20 1/2 day",
		"Jan 8 - 2 hour delay":                            "1: partial 2025-01-08 2 hour delay",
		"Oct 3 Picture Day":                               "1: ignore 2024-10-03 Picture Day",
		"First day of school: August 19":                  "1: ignore 2024-08-19 First day of school",
		"5/23 No school for grades 9-12":                  "1: ask 2025-05-23 No school for grades 9-12",
		"Mar 4 Remote learning day":                       "1: ask 2025-03-04 Remote learning day",
		"Tuesday, January 20 MLK Day":                     "1: ask 2025-01-20 MLK Day",
		"May 26 (Monday)":                                 "1: closed 2025-05-26 May 26 (Monday)",
		"Sat, Feb 30 nothing":                             "1: pasted_line",
		"Nov 29-25 backwards":                             "1: pasted_line",
		"Jul 4 Independence Day":                          "1: pasted_outside",
		"2024-25 School Calendar\nApr 18: Good Friday":    "2: closed 2025-04-18 Good Friday\n1: pasted_line",
		"Winter Break\n\n\nGrades 9-12":                   "1: pasted_line\n4: pasted_line",
		"Spring Break | 3/31 to 4/4 | all schools closed": "1: closed 2025-03-31..2025-04-04 Spring Break all schools closed",
		"• Nov. 5 – Election Day (no school)":             "1: closed 2024-11-05 Election Day (no school)",
		"Wed 27 Nov - Fri 29 Nov Thanksgiving":            "1: closed 2024-11-27..2024-11-29 Thanksgiving",
		strings.Repeat("Nov 5 and ", 100):                 "1: pasted_line",
	} {
		if got := pasted(text); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

// Without a school year a date must bring its own.
func TestPastedWithoutAYear(t *testing.T) {
	always := day.Span{First: day.First, Last: day.Last}
	readings, unread := ReadText("Nov 11\nNov 12, 2024", always, Options{})
	if len(readings) != 1 || len(unread) != 1 || unread[0].Why.Code != "pasted_year" || readings[0].First != day.MustParse("2024-11-12") {
		t.Errorf("%+v %+v", readings, unread)
	}
}
