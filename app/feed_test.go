package app

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// feedOf is a calendar file of all-day events: a day or two with a slash, then
// the title.
func feedOf(lines ...string) string {
	text := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Larkspur\r\n"
	for i, line := range lines {
		days, title, _ := strings.Cut(line, " ")
		first, last, long := strings.Cut(days, "/")
		end := first
		if long {
			end = last
		}
		on, _ := time.Parse("2006-01-02", end)
		text += fmt.Sprintf("BEGIN:VEVENT\r\nUID:%d\r\nDTSTART;VALUE=DATE:%s\r\nDTEND;VALUE=DATE:%s\r\nSUMMARY:%s\r\nEND:VEVENT\r\n",
			i, strings.ReplaceAll(first, "-", ""), on.AddDate(0, 0, 1).Format("20060102"), title)
	}
	return text + "END:VCALENDAR\r\n"
}

// brings gives the dialog a file to open.
func (f *family) brings(name, text string) {
	f.Helper()
	f.out.file = filepath.Join(f.dir, name)
	if err := os.WriteFile(f.out.file, []byte(text), 0o600); err != nil {
		f.Fatal(err)
	}
}

func groupsOf(v *FeedView) map[string][]FeedRow {
	rows := map[string][]FeedRow{}
	for _, g := range v.Groups {
		rows[g.ID] = g.Rows
	}
	return rows
}

var autumn = []string{
	"2026-08-24 First day of school",
	"2026-10-12 Columbus Day",
	"2026-10-20 No School for Students",
	"2026-10-28 Band Concert",
	"2026-11-03 Teacher Workday",
	"2026-11-24/2026-11-27 Thanksgiving Break - No School",
	"2026-12-17 Early Release Day 12:30 pm",
	"2026-12-21/2027-01-01 Winter Break - No School",
	"2027-06-11 Last day of school",
}

// Speech is on Tuesday and Thursday. October 20 is a Tuesday; of November
// 24 to 27 the Tuesday is new, and Thursday was closed already by the family;
// December 22, 24, 29 and 31 lie in the break: six dates change.
func TestASchoolsCalendarComesIn(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	screen := &Feed{f.desk}
	if v := got(screen.View(FeedQuery{})); v.Step != choosing {
		t.Fatalf("before a file: %s", v.Step)
	}
	f.brings("school.ics", feedOf(autumn...))
	v := got(screen.Choose(FeedQuery{}))
	if v.Step != reviewing || v.Name != "Larkspur" || v.Trouble != "" || v.Again {
		t.Fatalf("%+v", v)
	}
	if v.Lead != "9 events: 3 look closed, 1 short day, 1 to look at, 1 holiday by name only and 3 ignored." {
		t.Error(v.Lead)
	}
	rows := groupsOf(v)
	if r := rows["look"][0]; r.Title != "Teacher Workday" || r.Answer != "ask" || !strings.Contains(r.Why, "“Teacher Workday”") || r.Sure != "not sure" {
		t.Errorf("to look at: %+v", r)
	}
	if r := rows["names"][0]; r.Answer != "ignore" {
		t.Errorf("a holiday by name: %+v", r)
	}
	calendar := got((&Family{f.desk}).View("")).Calendars[0]
	if len(calendar.Closures) != 1 || len(calendar.Short) != 0 {
		t.Errorf("before accepting: %d closures", len(calendar.Closures))
	}

	v = got(screen.Accept(v.Query, nil))
	if v.Step != accepted || v.Moved.Lead != "These 6 therapy dates changed" || !strings.HasPrefix(v.Frame.Did, "brought in the school's calendar") {
		t.Fatalf("%s, %q, %q", v.Step, v.Moved.Lead, v.Frame.Did)
	}
	var dates []string
	for _, m := range v.Moved.Rows {
		dates = append(dates, m.On.ISO)
		if m.How != "left" || m.Text != "Speech, 10:00 am" {
			t.Errorf("%+v", m)
		}
	}
	if !slices.Equal(dates, []string{"2026-10-20", "2026-11-24", "2026-12-22", "2026-12-24", "2026-12-29", "2026-12-31"}) {
		t.Errorf("changed: %v", dates)
	}
	v = got(screen.Undo(v.Query))
	if v.Step != reviewing || len(v.Moved.Rows) != 0 || len(got((&Family{f.desk}).View("")).Calendars[0].Closures) != 1 {
		t.Errorf("after undo: %s", v.Step)
	}
	if v = got(screen.Redo(v.Query)); v.Step != accepted || len(v.Moved.Rows) != 6 {
		t.Errorf("after redo: %s, %d dates", v.Step, len(v.Moved.Rows))
	}
}

// What a person says of a row holds: the workday of November 3, a Tuesday, is
// closed; October 20 is a school day after all; Columbus Day, a Monday, is off.
func TestAnswersHold(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	screen := &Feed{f.desk}
	f.brings("school.ics", feedOf(autumn...))
	v := got(screen.Choose(FeedQuery{}))
	rows := groupsOf(v)
	var opened string
	for _, r := range rows["closed"] {
		if strings.HasPrefix(r.Title, "No School") {
			opened = r.ID
		}
	}
	_, err := screen.Accept(v.Query, []FeedAnswer{{Row: rows["short"][0].ID, Answer: "partial", Until: "25:00"}})
	refused(t, err, "clock_form", "until."+rows["short"][0].ID)
	v = got(screen.Accept(v.Query, []FeedAnswer{
		{Row: rows["look"][0].ID, Answer: "closed"}, {Row: opened, Answer: "ignore"}, {Row: rows["names"][0].ID, Answer: "closed"},
		{Row: rows["short"][0].ID, Answer: "partial", Until: "11:45"},
	}))
	if v.Moved.Rows[0].On.ISO != "2026-11-03" || v.Moved.Rows[0].Why != "off the schedule: Teacher Workday" || len(v.Moved.Rows) != 6 {
		t.Errorf("%+v", v.Moved)
	}
	year := got((&Family{f.desk}).View("")).Calendars[0]
	if len(year.Short) != 1 || !strings.Contains(year.Short[0].Text, "11:45 am") {
		t.Errorf("short days: %+v", year.Short)
	}
	if !slices.ContainsFunc(year.Closures, func(c ClosureView) bool { return c.Form.First == "2026-10-12" }) {
		t.Errorf("closures: %+v", year.Closures)
	}
}

// In December the school prints its calendar anew. Autumn is gone from it and
// stays; November is over. The last Tuesday of the break is a school day; a
// storm made March 9, a Tuesday, one more school day than the break before had
// it. What the family wrote stays.
func TestACalendarIsReadAgain(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	screen := &Feed{f.desk}
	f.brings("school.ics", feedOf(append(slices.Clone(autumn), "2027-03-08/2027-03-12 Spring Break - No School")...))
	v := got(screen.Choose(FeedQuery{}))
	got(screen.Accept(v.Query, nil))

	f.today += 90 // December 2
	f.restart()
	screen = &Feed{f.desk}
	f.brings("again.ics", feedOf(
		"2026-11-26/2026-11-27 Thanksgiving - No School", "2026-12-21/2027-01-01 Winter Break - No School",
		"2027-03-09 Snow make-up day - school in session", "2027-03-08/2027-03-12 Spring Break - No School",
		"2027-04-06 No School for Students", "2027-05-14 Field Day",
	))
	v = got(screen.Choose(FeedQuery{}))
	rows := groupsOf(v)
	if !v.Again || len(rows["closed"]) != 1 || len(rows["given_back"]) != 1 || len(rows["gone"]) != 1 {
		t.Fatalf("%q: %+v", v.Lead, rows)
	}
	if r := rows["closed"][0]; r.Title != "No School for Students" || r.Moves != "−1 session" {
		t.Errorf("new: %+v", r)
	}
	if r := rows["given_back"][0]; r.Moves != "+1 session" {
		t.Errorf("given back: %+v", r)
	}
	if r := rows["gone"][0]; !strings.HasPrefix(r.ID, "full_again.2026-12-17") || r.Answer != takeAway {
		t.Errorf("gone: %+v", r)
	}
	for _, r := range rows["same"] {
		if strings.HasPrefix(r.Title, "Thanksgiving") && r.Does != "You wrote this day yourself. Yours stands." {
			t.Errorf("the family's own: %+v", r)
		}
	}
	v = got(screen.Accept(v.Query, []FeedAnswer{{Row: rows["gone"][0].ID, Answer: leaveIt}}))
	if len(v.Moved.Rows) != 2 || v.Moved.Rows[0].How != "came" || v.Moved.Rows[0].On.ISO != "2027-03-09" || v.Moved.Rows[1].On.ISO != "2027-04-06" {
		t.Errorf("%+v", v.Moved)
	}
	year := got((&Family{f.desk}).View("")).Calendars[0]
	past := func(c ClosureView) bool { return c.Form.First == "2026-10-20" }
	if !slices.ContainsFunc(year.Closures, past) || len(year.Short) != 1 {
		t.Errorf("the past: %+v, %d short days", year.Closures, len(year.Short))
	}
	f.brings("broken.ics", strings.Replace(feedOf(autumn...), "DTSTART;VALUE=DATE:20261217", "DTSTART;VALUE=DATE:20261399", 1))
	if r := groupsOf(got(screen.Choose(FeedQuery{})))["gone"]; len(r) == 0 || r[0].Answer != leaveIt {
		t.Errorf("what is gone from a broken file: %+v", r)
	}
	f.out.file = filepath.Join(f.dir, "again.ics")
	v = got(screen.Choose(FeedQuery{}))
	if rows := groupsOf(v); len(rows["closed"])+len(rows["given_back"])+len(rows["look"]) > 0 || len(rows["gone"]) != 1 {
		t.Errorf("the same file once more: %+v", rows)
	}
}

// A file that makes a school year: its days are those that the file names, and
// the plan of that time takes it.
func TestAFileMakesASchoolYear(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	got((&Start{f.desk}).Begin(StartForm{Author: "Mom", Child: "Mia"}))
	screen := &Feed{f.desk}
	f.brings("school.ics", feedOf(append(slices.Clone(autumn), "2026-11-06 Grades 9-12: No School")...))
	v := got(screen.Choose(FeedQuery{}))
	if v.Query.Year != newYear || v.Query.First != "2026-08-24" || v.Query.Last != "2027-06-11" || len(v.Levels) != 3 {
		t.Fatalf("%+v, %d levels", v.Query, len(v.Levels))
	}
	looks := len(groupsOf(v)["look"])
	v.Query.Level = "high"
	v = got(screen.View(v.Query))
	if len(groupsOf(v)["look"]) != looks-1 || len(v.Levels) != 3 {
		t.Errorf("for a high school: %+v", groupsOf(v)["look"])
	}
	_, err := screen.View(FeedQuery{Year: newYear, First: "2027-01-01", Last: "2026-01-01"})
	refused(t, err, "backwards", "last")
	v = got(screen.Accept(v.Query, nil))
	years := got((&Family{f.desk}).View("")).Calendars
	if v.Step != accepted || len(years) != 1 || years[0].Form.First != "2026-08-24" || v.Moved.Lead != "No planned session changed." {
		t.Errorf("%q: %+v", v.Moved.Lead, years)
	}
	if v = got(screen.Undo(v.Query)); v.Step != reviewing || v.Query.Year != newYear {
		t.Errorf("after undo: %+v", v.Query)
	}
}

// What is no calendar is told, and what lay open before still does; one broken
// event is told with its line, and the rest is read.
func TestWhatCannotBeReadIsTold(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	screen := &Feed{f.desk}
	f.brings("school.ics", "this is a letter")
	if v := got(screen.Choose(FeedQuery{})); v.Step != choosing || !strings.HasPrefix(v.Trouble, "this is not a calendar file") {
		t.Errorf("%s: %q", v.Step, v.Trouble)
	}
	broken := strings.Replace(feedOf(autumn...), "DTSTART;VALUE=DATE:20261028", "DTSTART;VALUE=DATE:20261399", 1)
	f.brings("school.ics", broken)
	v := got(screen.Choose(FeedQuery{}))
	if v.Step != reviewing || v.Trouble != "" || len(v.Problems) != 1 || len(groupsOf(v)["closed"]) != 3 {
		t.Fatalf("%+v", v)
	}
	if line := strings.Split(broken, "\r\n")[v.Problems[0].Line-1]; !strings.Contains(line, "20261399") && line != "BEGIN:VEVENT" {
		t.Errorf("line %d is %q", v.Problems[0].Line, line)
	}
	f.out.file = filepath.Join(f.dir, "nowhere.ics")
	if v := got(screen.Choose(FeedQuery{})); v.Step != reviewing || v.Trouble == "" {
		t.Errorf("%s: %q", v.Step, v.Trouble)
	}
	if v := got(screen.Drop(FeedQuery{})); v.Step != choosing {
		t.Error(v.Step)
	}
}

// The largest feed that is read stays quick to look through.
func TestOfALargeFeedTheIgnoredRowsAreSentWhenAskedFor(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	f.begin()
	screen := &Feed{f.desk}
	lines := slices.Clone(autumn)
	for i := len(lines); i < 5000; i++ {
		lines = append(lines, fmt.Sprintf("2026-%02d-%02d Concert %d", 9+i%4, 1+i%28, i))
	}
	f.brings("school.ics", feedOf(lines...))
	got(screen.Choose(FeedQuery{}))
	v := got(screen.View(FeedQuery{}))
	if len(groupsOf(v)["ignored"]) != 0 {
		t.Error("ignored rows are sent without being asked for")
	}
	v = got(screen.View(FeedQuery{All: true}))
	if n := len(groupsOf(v)["ignored"]); n < 4900 {
		t.Errorf("asked for, %d ignored rows are sent", n)
	}
}

// A file that is dropped on the window is read like a chosen one; with no
// record open there is nothing to read it for.
func TestADroppedFileIsRead(t *testing.T) {
	f := newFamily(t, "2026-09-03")
	path := filepath.Join(t.TempDir(), "school.ics")
	if err := os.WriteFile(path, []byte(feedOf("2026-11-26 Thanksgiving Break - No School")), 0o600); err != nil {
		t.Fatal(err)
	}
	screen := &Feed{f.desk}
	screen.dropped(path)
	if len(f.out.drops) != 0 {
		t.Error("read without a record")
	}
	f.begin()
	screen.dropped(path)
	v := got(screen.View(FeedQuery{}))
	if !slices.Equal(f.out.drops, []string{"calendar"}) || v.Step != "review" || v.File != 1 {
		t.Errorf("led to %v; %s, file %d", f.out.drops, v.Step, v.File)
	}
}
