package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// saidOf is a form of answers to rows, in their order: H, M and the key of a
// reason, P and minutes, U; a dash is none.
func saidOf(v *CheckInView, all string, answers ...string) CheckInForm {
	form := CheckInForm{KnownBy: all, Answers: []CheckInAnswer{}}
	for i, text := range answers {
		a := CheckInAnswer{Key: v.Rows[i].Key, Over: v.Rows[i].Written}
		switch text[0] {
		case 'H':
			a.Status = "delivered"
		case 'M':
			a.Status = "missed"
			if at := slices.IndexFunc(v.Reasons, func(r Coded) bool { return r.Key == text[1:] }); at >= 0 {
				a.Reason = v.Reasons[at].ID
			}
		case 'P':
			a.Status = "partial"
			if len(text) > 1 {
				n := int(text[1]-'0')*10 + int(text[2]-'0')
				a.Minutes = &n
			}
		case 'U':
			a.Status = "unsure"
		default:
			continue
		}
		form.Answers = append(form.Answers, a)
	}
	return form
}

// On a Friday the family answers the first two weeks: one deed, one Undo, each
// row with how it is known; what nobody answered stays not filled in, and not
// sure is never missed.
func TestAWeekIsCheckedIn(t *testing.T) {
	f := newFamily(t, "2026-09-11")
	f.begin()
	screen, q := &CheckIn{f.desk}, CheckInQuery{}
	v := got(screen.View(q))
	if len(v.Rows) != 6 || v.Rows[0].On.ISO != "2026-08-25" || v.Rows[5].Number != 6 || v.Sum.Of != 6 || v.Query.Scope != "three_weeks" {
		t.Fatalf("%d rows from %v, %+v, %+v", len(v.Rows), v.Rows[0].On, v.Sum, v.Query)
	}
	form := saidOf(v, "email", "H", "M1", "H", "P20", "U", "-")
	form.Answers[2].KnownBy = "saw"
	form.Answers[3].Reason = string(iep.EarlyRelease)
	sum := got(screen.Keep(q, form))
	if sum.Text != "2 happened, 1 partly (20 minutes), 1 not sure, 1 missed: therapist was out" ||
		sum.Left != "1 without an answer stays not filled in." || sum.Answered != 5 || sum.Of != 6 {
		t.Errorf("before writing: %+v", sum)
	}
	if waits := got((&Today{f.desk}).View("")).CheckIn; waits != 6 {
		t.Errorf("%d wait before anything is written", waits)
	}
	v = got(screen.Write(q, form))
	if len(v.Rows) != 1 || v.Frame.Did != "written down: "+sum.Text || v.Frame.Undo != "filled in 5 sessions" || len(v.Typed.Answers) != 0 {
		t.Errorf("after: %d rows, did %q, undo %q, typed %v", len(v.Rows), v.Frame.Did, v.Frame.Undo, v.Typed)
	}
	book := got(f.desk.House.Room().Book())
	var states []string
	for _, row := range got((&Log{f.desk}).View(LogQuery{})).Rows {
		known := ""
		if entry := book.Row(row.Entry); entry != nil {
			known = entry.KnownBy
		}
		states = append(states, row.State+" "+known)
	}
	if want := "not_filled_in , not_sure , partial email, given saw, missed email, given email"; strings.Join(states, ", ") != want {
		t.Errorf("in the log: %v", states)
	}
	if b := got((&Today{f.desk}).View("")).Balances[0]; b.NotFilledIn != 2 || b.ToMakeUp != 30+10 {
		t.Errorf("not sure counts as missed: %+v", b)
	}
	if v = got(screen.Undo(q)); len(v.Rows) != 6 {
		t.Errorf("one Undo leaves %d of 6 rows", len(v.Rows))
	}
}

// What was typed is there on the next evening, and gone from where it was
// filled in meanwhile.
func TestTypedAnswersOutliveTheProgram(t *testing.T) {
	f := newFamily(t, "2026-09-11")
	f.begin()
	screen := &CheckIn{f.desk}
	v := got(screen.View(CheckInQuery{}))
	got(screen.Keep(CheckInQuery{}, saidOf(v, "note", "H", "M2", "-", "P")))
	f.restart()
	screen = &CheckIn{f.desk}
	v = got(screen.View(CheckInQuery{}))
	if len(v.Typed.Answers) != 3 || v.Typed.KnownBy != "note" || v.Sum.Answered != 3 || !strings.HasPrefix(v.Sum.Left, "1 needs its minutes. 3 without") {
		t.Errorf("on the next evening: %+v, %+v", v.Typed, v.Sum)
	}
	got((&Today{f.desk}).Happened("", []string{v.Rows[1].Key}))
	if v = got(screen.View(CheckInQuery{})); len(v.Typed.Answers) != 2 {
		t.Errorf("an answer stands over what Today was told: %+v", v.Typed)
	}
	if err := f.desk.House.Room().SetDraft("check-in", "{cut off"); err != nil {
		t.Fatal(err)
	}
	if v = got(screen.View(CheckInQuery{})); len(v.Typed.Answers) != 0 || len(v.Rows) != 5 {
		t.Errorf("a draft that cannot be read: %+v", v.Typed)
	}
}

// What cannot be written is refused at its row, and nothing of the rest is
// written.
func TestACheckInIsWrittenWholeOrNot(t *testing.T) {
	f := newFamily(t, "2026-09-11")
	f.begin()
	screen := &CheckIn{f.desk}
	v := got(screen.View(CheckInQuery{}))
	_, err := screen.Write(CheckInQuery{}, saidOf(v, "", "H", "P"))
	refused(t, err, refusal.NeedsMinutes, "minutes."+v.Rows[1].Key)
	_, err = screen.Write(CheckInQuery{}, saidOf(v, "", "-"))
	refused(t, err, refusal.NothingSaid, "")
	form := saidOf(v, "", "H", "P20")
	far := 2000
	form.Answers[1].Minutes = &far
	_, err = screen.Write(CheckInQuery{}, form)
	refused(t, err, refusal.OutOfBounds, "minutes."+v.Rows[1].Key)
	if n := len(got(screen.View(CheckInQuery{})).Rows); n != 6 {
		t.Errorf("%d of 6 rows wait", n)
	}
	v = got(screen.Write(CheckInQuery{}, saidOf(v, "", "M")))
	if log := got((&Log{f.desk}).View(LogQuery{Filter: "missed"})); log.Rows[0].Reason != "not_stated" || log.Rows[0].Known != "" {
		t.Errorf("missed, no reason given: %+v", log.Rows[0])
	}
}

// A sheet is printed on Sunday and comes back on Friday: its rows stand as on
// paper, a snow day and what is known already among them.
func TestASheetComesBack(t *testing.T) {
	f := newFamily(t, "2026-09-06")
	f.begin()
	f.out.saved = filepath.Join(t.TempDir(), "sheet.pdf")
	screen := &CheckIn{f.desk}
	v := got(screen.View(CheckInQuery{Part: "print"}))
	if len(v.Sheets) != 1 || v.Sheets[0].Text != "Mon Sep 7, 2026 to Sun Sep 13, 2026: rows 1 to 2" || v.Query.From != "2026-09-07" {
		t.Fatalf("to print: %+v, %+v", v.Sheets, v.Query)
	}
	two := CheckInQuery{Part: "print", From: "9/9/2026", Length: "two_weeks"}
	code := got(screen.View(two)).Sheets[0].Code
	if v := got(screen.SavePage(two)); !strings.HasPrefix(v.Frame.Did, "saved sheet.pdf") {
		t.Errorf("did %q", v.Frame.Did)
	}
	if data, err := os.ReadFile(f.out.saved); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("saved %v, %.8q", err, data)
	}

	f.today += 12 // Friday of the second week
	f.restart()
	screen = &CheckIn{f.desk}
	year := got((&Family{f.desk}).View("")).Calendars[0].Form.ID
	got((&Family{f.desk}).SaveClosure("", ClosureForm{Calendar: year, First: "2026-09-10", Last: "2026-09-10", Name: "Storm", Kind: "weather"}))
	got((&Today{f.desk}).Happened("", []string{got((&Today{f.desk}).View("")).Asks[0].Key})) // Sep 8
	q := CheckInQuery{Part: "sheet", Code: strings.ToLower(code)}
	v = got(screen.View(q))
	var rows []string
	for _, r := range v.Rows {
		rows = append(rows, strings.Join([]string{r.On.ISO[5:], r.State, map[bool]string{true: "takes"}[r.Takes]}, " "))
	}
	if want := "09-08 given takes|09-10 closed |09-15 not_filled_in takes|09-17 not_filled_in takes"; strings.Join(rows, "|") != want || v.Doubt != "" || v.Sum.Of != 2 {
		t.Errorf("the rows: %s, %q, %+v", strings.Join(rows, "|"), v.Doubt, v.Sum)
	}
	v = got(screen.Write(q, saidOf(v, "note", "P20", "H", "H", "M3")))
	if v.Frame.Undo != "marked a session short and filled in 2 sessions" || v.Rows[0].State != "partial" || v.Rows[1].State != "closed" || v.Rows[3].State != "missed" {
		t.Errorf("undo %q, rows %+v", v.Frame.Undo, v.Rows)
	}
}

// A code that does not fit is told, and the rows are shown with a word of doubt
// where it is plain whose they are.
func TestACodeThatDoesNotFit(t *testing.T) {
	f := newFamily(t, "2026-09-11")
	f.begin()
	screen := &CheckIn{f.desk}
	v := got(screen.View(CheckInQuery{Part: "sheet", Code: "nonsense"}))
	if len(v.Rows) != 0 || !strings.Contains(v.Trouble, "not the code of a sheet") {
		t.Errorf("%d rows, %q", len(v.Rows), v.Trouble)
	}
	v = got(screen.View(CheckInQuery{Part: "sheet", Code: "260907-7-CCC"}))
	if len(v.Rows) != 2 || !strings.Contains(v.Doubt, v.Sheets[0].Code) || v.Trouble != "" {
		t.Errorf("an only child: %d rows, %q", len(v.Rows), v.Doubt)
	}
	f.addChild("Theo")
	if v = got(screen.View(CheckInQuery{Part: "sheet", Code: "260907-7-CCC"})); len(v.Rows) != 0 || v.Trouble == "" {
		t.Errorf("two children: %d rows, %q", len(v.Rows), v.Trouble)
	}
	for _, from := range []string{"2/30/2026", "2026-07-01"} {
		if v = got(screen.View(CheckInQuery{Part: "print", From: from})); v.Trouble == "" || len(v.Sheets) != 0 {
			t.Errorf("from %s: %q", from, v.Trouble)
		}
	}
	_, err := screen.SavePage(CheckInQuery{Part: "print", From: "2026-07-01"})
	refused(t, err, refusal.NothingPlanned, "from")
}

// The sheet leaves the house: it has the first word of a name, unless the whole
// of it was chosen.
func TestNamesOnASheet(t *testing.T) {
	f := newFamily(t, "2026-09-11")
	f.begin()
	form := got((&Family{f.desk}).View("")).Children[0].Form
	form.Name = "Mia Sofía Example"
	got((&Family{f.desk}).SaveChild("", form))
	for whole, want := range map[bool]string{false: "Mia", true: "Mia Sofía Example"} {
		if v := got((&CheckIn{f.desk}).View(CheckInQuery{Part: "print", Whole: whole})); v.Sheets[0].Child != want {
			t.Errorf("whole %v: %q", whole, v.Sheets[0].Child)
		}
	}
}

// A house with a record but no plan has nothing to go through.
func TestACheckInOfNothing(t *testing.T) {
	f := newFamily(t, "2026-09-11")
	got((&Start{f.desk}).Begin(StartForm{Author: "Mom", Child: "Mia"}))
	for _, part := range []string{"fill", "sheet", "print", "else"} {
		if v := got((&CheckIn{f.desk}).View(CheckInQuery{Part: part})); len(v.Rows) != 0 || len(v.Scopes) != 4 {
			t.Errorf("%s: %+v", part, v)
		}
	}
}
