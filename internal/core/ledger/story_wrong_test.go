package ledger_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"midweek/internal/core/coretest/story"
)

// A small story that is right. The table below spoils it in one place.
const rightStory = `Speech is 30 minutes every Tuesday. The therapist was out on 6 October,
and 20 minutes were made up on the 14th: 10 are open.
-- calendar --
first day 2026-08-26
last day 2027-06-11
closed 2026-10-12 Columbus Day (printed)
-- plan --
policy: default-conservative
speech: 1 x 30 min a week, from 2026-10-05 to 2026-10-16,
  Tuesday at 10:00
-- sessions --
2026-10-06  speech  missed, provider absent
2026-10-13  speech  delivered
2026-10-14  speech  make-up 20
-- as of --
2026-10-17
` + rightLedger + `-- promises --
speech 2026-10-05..2026-10-11 30
-- sums --
speech: to make up 30, made up 20, open 10, ask the team 0, for the record 0,
  not filled in 0
`

const rightLedger = `-- ledger --
speech
2026-10-06   to make up 30   open 10   provider absent: yes, by default-conservative; paid 20 on 2026-10-14
`

// TestWrongStoriesFail holds the reader and the comparison to their errors: a
// wrong number, a missing part and a word that nobody knows are all found, by
// file and line.
func TestWrongStoriesFail(t *testing.T) {
	tests := []struct{ old, spoiled, want string }{
		{"open 10, ask", "open 11, ask", "story.txtar:23: speech: the story says open 11, the program says 10"},
		{"not filled in 0", "not filled in 1", "story.txtar:23: speech: the story says not filled in 1, the program says 0"},
		{"11 30\n", "11 29\n", "story.txtar:21: the program says 30 (-1 is no row)"},
		{"11 30\n", "11 no row\n", "story.txtar:21: the program says 30 (-1 is no row)"},
		{"05..2026-10-11 30", "06..2026-10-11 30", "story.txtar:21: the program says -1 (-1 is no row)"},
		{"paid 20", "paid 10", "story.txtar:19: the story says\n\t2026-10-06   to make up 30   open 10   provider absent: yes, by default-conservative; paid 10 on"},
		{"2026-10-06   to", "2026-10-05   x\n2026-10-06   to", "story.txtar:20: the story says\n\t2026-10-06   to make up"},
		{"speech\n2026-10-06   to", "2026-10-06   to", "story.txtar:18: below it the program goes on"},
		{"make-up 20", "make-up 10", "story.txtar:23: speech: the story says made up 20, the program says 10"},

		{"speech: to make", "ot: to make", "story.txtar:23: no sums for speech"},
		{"speech: to make", "ot: to make", "story.txtar:23: ot is not known"},
		{"for the record 0,", "", `story.txtar:23: speech: "for the record" is missing`},
		{"not filled in 0", "open 10", `story.txtar:23: "open" stands twice`},
		{"not filled in 0", "left over 0", `story.txtar:23: the sum "left over" is not known`},
		{"not filled in 0", "not filled in x", `story.txtar:23: "x" is not a number`},
		{"speech: to make", "to make", "story.txtar:23: a sum begins with its service"},

		{"-- ledger --\n", "", "story.txtar:15: want one line, not 3"},
		{rightLedger, "", "story.txtar:15: no `-- ledger --` here or below"},
		{"-- as of --\n2026-10-17\n", "", "story.txtar:11: no `-- as of --` here or below"},
		{"-- promises --", "-- prophecies --", "story.txtar:17: no `-- sums --` here or below"},
		{"-- sums --\n", "-- sums --\nspeech: to make up 0\n-- sums --\n", `story.txtar:23: speech: "made up" is missing`},
		{"-- sums --\n", "-- sums --\n-- sums --\n", "story.txtar:22: there are no sums"},
		{"not filled in 0\n", "not filled in 0\n-- sums --\n", "story.txtar:25: the section -- sums -- is not known, or not in its place"},
		{"Speech is 30 minutes every Tuesday. The therapist was out on 6 October,\nand 20 minutes were made up on the 14th: 10 are open.\n", "",
			"story.txtar:1: the story itself is missing"},
		{"2026-10-17\n", "2026-10-17\n2026-10-18\n", "story.txtar:15: want one line, not 2"},

		{"closed 2026-10-12", "shut 2026-10-12", `story.txtar:6: cannot read "shut 2026-10-12 Columbus Day (printed)"; known are: first day DAY | `},
		{"(printed)", "(printer)", "story.txtar:6: cannot read"},
		{"closed 2026-10-12", "closed 2026-10-32", "story.txtar:6: day_unreal text=2026-10-32"},
		{"closed 2026-10-12", "closed 2026-10-12..2026-10-11", "story.txtar:6: 2026-10-12..2026-10-11 runs backwards"},
		{"first day 2026-08-26\n", "", "story.txtar:3: a calendar has a `first day` and a `last day`"},
		{"first day 2026-08-26\n", "as in ../maple-valley.calendar\n", "story.txtar:4: \"../maple-valley.calendar\" is not a .calendar file"},
		{"first day 2026-08-26\n", "as in nowhere.calendar\n", "story.txtar:4: open nowhere"},
		{"last day 2027-06-11", "last day 2026-06-11", "story.txtar: calendars[0].last_day: backwards"},

		{"policy: default-conservative\n", "", "story.txtar:7: a plan has a `policy:` and a service"},
		{"default-conservative\ns", "default-liberal\ns", "story.txtar:8: pack default-liberal is not known"},
		{"default-conservative\ns", "default-conservative\ncalendar other\ns", "story.txtar:9: calendar other is not known"},
		{"default-conservative\ns", "default-conservative\nanswers: bad weather yes\ns", `story.txtar:9: the reason "bad weather" is not known`},
		{"default-conservative\ns", "default-conservative\nanswers: testing perhaps\ns", `story.txtar: policies[0].owed.testing: not_a_word`},
		{"1 x 30 min a week", "30 min", `story.txtar:9: cannot read "30 min"; known are: N x N min a PERIOD | `},
		{"1 x 30 min a week, ", "", "story.txtar:9: speech: a service says its promise"},
		{"1 x 30 min a week", "30 min a week", "story.txtar:9: speech: its slots need `each N min`"},
		{"Tuesday at 10:00\n", "each 30 min\n", "story.txtar:9: no slots are named before"},
		{"Tuesday at 10:00\n", "Tuesday and Tuesday at 10:00\n", "story.txtar:9: Tuesday stands twice"},
		{"Tuesday at 10:00\n", "Tuesday at 10:00, same series as ot\n", "story.txtar:9: the service ot is not known above"},

		{"speech  delivered", "ot  delivered", "story.txtar:13: the service ot is not known"},
		{"provider absent\n", "therapist absent\n", `story.txtar:12: the reason "therapist absent" is not known`},
		{"speech  delivered", "speech  happened", `story.txtar:13: cannot read "happened"; known are: delivered | `},
		{"speech  delivered", "speech  20 of 40", "story.txtar:13: speech has no slots of 40 minutes"},
		{"make-up 20", "make-up 20 for 2026-10-07", "story.txtar:14: speech has 0 such slots on 2026-10-07"},
		{"make-up 20", "make-up 20 for the week", "story.txtar:14: cannot read \"the week\""},
		{"2026-10-13  speech", "2026-10-14..2026-10-16  speech  every slot", "story.txtar:13: there is no such day"},
	}
	for _, tt := range tests {
		if strings.Count(rightStory, tt.old) != 1 {
			t.Errorf("%q stands %d times in the story", tt.old, strings.Count(rightStory, tt.old))
		}
		if got := complaints(strings.Replace(rightStory, tt.old, tt.spoiled, 1)); !strings.Contains(got, tt.want) {
			t.Errorf("%q for %q\n got %s\nwant %s", tt.spoiled, tt.old, got, tt.want)
		}
	}
	if got := complaints(rightStory); got != "" {
		t.Errorf("the right story: %s", got)
	}
}

func complaints(text string) string {
	s, err := story.Read(fstest.MapFS{"story.txtar": {Data: []byte(text)}}, "story.txtar")
	if err == nil {
		err = errors.Join(s.Problems()...)
	}
	if err == nil {
		return ""
	}
	return err.Error()
}
