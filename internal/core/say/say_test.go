package say_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"midweek/internal/core/day"
	"midweek/internal/core/deadline"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/policy"
	"midweek/internal/core/refusal"
	"midweek/internal/core/say"
)

// What a file holds may be made to look like something else on a screen; in a
// line of ours it is plain text on that line.
func TestPlainTextStaysOnItsLine(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"a name", "Zoë Núñez-李", "Zoë Núñez-李"},
		{"markup is text", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"},
		{"emoji", "😀 speech 🎈", "😀 speech 🎈"},
		{"new lines", "a\nb\r\nc\u2028d\u2029e\x85f\vg\fh", "a b  c d e\ufffdf g h"},
		{"a tab", "a\tb", "a b"},
		{"an escape sequence", "\x1b[31mred\x1b[0m\u009b1m", " [31mred [0m 1m"},
		{"a bell, a null, a delete", "\a\x00\x7f", "   "},
		{"another direction", "\u202eevil\u202c\u2066x\u2069\u200f\u061c", " evil  x   "},
		{"nothing to see", "a\u200bb\ufeffc\u00add", "a b c d"},
		{"not UTF-8", "a\xffb", "a\ufffdb"},
		{"nothing", "", ""},
	} {
		if got := say.Plain(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestPlainTextIsNotTooLong(t *testing.T) {
	for _, letter := range []string{"a", "é", "😀"} {
		fits := strings.Repeat(letter, 80)
		if got := say.Plain(fits); got != fits {
			t.Errorf("80 of %s were cut to %d", letter, utf8.RuneCountInString(got))
		}
		if got := say.Plain(strings.Repeat(letter, 10_000)); got != fits+"…" {
			t.Errorf("10,000 of %s became %d", letter, utf8.RuneCountInString(got))
		}
	}
}

func FuzzPlain(f *testing.F) {
	for _, seed := range []string{"Ana", "\x1b[2J", "\u202e", "a\nb", "\xff", strings.Repeat("x", 100)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := say.Plain(text)
		if n := utf8.RuneCountInString(got); n > 81 || !utf8.ValidString(got) {
			t.Errorf("%q: %d characters", text, n)
		}
		if i := strings.IndexFunc(got, func(r rune) bool { return !unicode.IsPrint(r) }); i >= 0 {
			t.Errorf("%q: %q is left", text, got[i:])
		}
		if say.Plain(got) != got && utf8.RuneCountInString(text) <= 80 {
			t.Errorf("%q is made plain twice", text)
		}
	})
}

// hostile is text from outside that tries to be words of ours.
const hostile = "{words} {text} {id} %s\x1b[2J\n\u202e"

// A file's own text is said once and as it stands, whatever it looks like; the
// same refusal always reads the same.
func TestARefusalRepeatsTextAsItStands(t *testing.T) {
	plain := say.Plain(hostile)
	for range 50 {
		got := say.English.Refusal(refusal.New(refusal.NotAWord, "text", hostile, "words", "yes, no {text}"))
		if want := `"` + plain + `" is not one of the words for this; write one of yes, no {text}`; got != want {
			t.Fatalf("said %q\nwant %q", got, want)
		}
	}
	for range 50 {
		got := say.English.Refusal(refusal.New(refusal.NoSuch, "what", "plan {id}", "id", "{what}"))
		if want := "there is no plan {id} with the id {what}; check the id or add the plan {id}"; got != want {
			t.Fatalf("said %q\nwant %q", got, want)
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		refusal *refusal.Refusal
		want    string
	}{
		{refusal.New(refusal.DayUnreal, "text", "2026-02-30"), `"2026-02-30" is not a real day; look at the month and the day again`},
		{refusal.New(refusal.WrongType, "want", "whole_number"), "this must be a whole number"},
		{refusal.New(refusal.WrongType, "want", "list"), "this must be a list, between [ and ]"},
		{refusal.New(refusal.NotPositive, "value", "0", "low", "1", "high", "1440"), "0 is not a positive number; write a whole number from 1 to 1440"},
		{refusal.New(refusal.NotUnique, "id", strings.Repeat("x", 200)), "the id " + strings.Repeat("x", 80) + "… is used twice; give each its own id"},
	} {
		if got := say.English.Refusal(c.refusal); got != c.want {
			t.Errorf("said %q\nwant %q", got, c.want)
		}
	}
}

// A word that we do not know is shown, not lost and not explained away.
func TestAWordFromElsewhereIsShownAsItStands(t *testing.T) {
	for got, want := range map[string]string{
		say.English.Reason("volcano"):                           "volcano",
		say.English.Reason("field.trip {day}"):                  "field.trip {day}",
		say.English.Reason("\x1b[31mred\nline"):                 " [31mred line",
		say.English.Reason(iep.Reason(strings.Repeat("x", 90))): strings.Repeat("x", 80) + "…",
		say.English.Event("comet_seen"):                         "comet_seen",
		say.English.Deadline(deadline.Code("odd")):              "odd",
	} {
		if got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}

func TestDays(t *testing.T) {
	for got, want := range map[string]string{
		say.English.Day(day.Of(2025, 3, 11)):                       "Tue Mar 11, 2025",
		say.English.Day(day.Of(2024, 2, 29)):                       "Thu Feb 29, 2024",
		say.English.Day(day.First):                                 "Mon Jan 1, 1900",
		say.English.Day(day.None):                                  "–",
		say.English.Weekdays(day.SetOf(day.Thursday, day.Tuesday)): "Tue, Thu",
		say.English.Weekdays(0):                                    "",
		say.English.Count(45, deadline.Calendar):                   "45 calendar days",
		say.English.Count(1, deadline.Years):                       "1 year",
	} {
		if got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
	for m := 1; m <= 12; m++ {
		if text := say.English.Day(day.Of(2025, m, 1)); len(text) != len("Tue Mar 1, 2025") {
			t.Errorf("month %d: %q", m, text)
		}
	}
}

func TestAPromiseReadsAsThePlanWordsIt(t *testing.T) {
	two, thirty := 2, 30
	for _, c := range []struct {
		service iep.Service
		want    string
	}{
		{iep.Service{}, "no amount stated"},
		{iep.Service{Requirement: &iep.Requirement{Unit: iep.Sessions, Amount: 2, MinutesPerSession: &thirty, Period: iep.Week}}, "2 x 30 minutes a week"},
		{iep.Service{Requirement: &iep.Requirement{Unit: iep.Sessions, Amount: 3, Period: iep.Week, EveryPeriods: &two}, Schedules: []iep.Schedule{{Minutes: 20}}}, "3 x 20 minutes every 2 weeks"},
		{iep.Service{Requirement: &iep.Requirement{Unit: iep.Minutes, Amount: 120, Period: iep.Month}}, "120 minutes a month"},
		{iep.Service{Requirement: &iep.Requirement{Unit: iep.Minutes, Amount: 600, Period: iep.Quarter}}, "600 minutes a marking period"},
		{iep.Service{Requirement: &iep.Requirement{Unit: iep.Minutes, Amount: 900, Period: iep.Year}}, "900 minutes a school year"},
	} {
		if got := say.English.Promise(&c.service); got != c.want {
			t.Errorf("said %q, want %q", got, c.want)
		}
	}
}

// Whose answer it is stands beside every answer; one from memory says so.
func TestAVerdictSaysWhoseAnswerItIs(t *testing.T) {
	named := &policy.Policy{Pack: "section-504-plan"}
	team := &iep.Decision{Date: day.Of(2025, 3, 11), DecidedOn: day.Of(2025, 4, 1)}
	memory := &policy.Rule{Evidence: policy.Memory}
	for _, c := range []struct {
		verdict policy.Verdict
		team    *iep.Decision
		want    string
	}{
		{policy.Verdict{Layer: policy.BuiltIn}, nil, "this program's starting answers"},
		{policy.Verdict{Layer: policy.NamedPack, Pack: "section-504-plan", Rule: &policy.Rule{Evidence: policy.Primary}}, nil, "pack section-504-plan"},
		{policy.Verdict{Layer: policy.NamedPack, Pack: "section-504-plan", Rule: memory}, nil, "pack section-504-plan, not checked against any source"},
		{policy.Verdict{Layer: policy.DefaultPack, Pack: "default-conservative"}, nil, "pack default-conservative, where section-504-plan says nothing"},
		{policy.Verdict{Layer: policy.Family}, nil, "your own answer"},
		{policy.Verdict{Layer: policy.Team}, team, "decided on Tue Apr 1, 2025"},
		{policy.Verdict{Layer: policy.NoSchool}, nil, "no school that week, so nothing was promised"},
		{policy.Verdict{Layer: policy.Judged}, nil, "worked out over the whole period"},
	} {
		if got := say.English.Verdict(c.verdict, named, c.team); got != c.want {
			t.Errorf("said %q, want %q", got, c.want)
		}
	}
}

// A line of a period says its numbers, so that it can be recounted.
func TestALineSaysWhatItIsAbout(t *testing.T) {
	monthly := &ledger.Version{Basis: policy.ByPeriod, Service: &iep.Service{Requirement: &iep.Requirement{Period: iep.Month}}}
	weekly := &ledger.Version{Basis: policy.BySession, Service: &iep.Service{}}
	march := &ledger.Period{Version: monthly, Span: day.Span{First: day.Of(2025, 3, 1), Last: day.Of(2025, 3, 31)}, Required: 120, Delivered: 80, Extra: 10}
	short := &ledger.Obligation{Period: march}
	for _, c := range []struct {
		line        ledger.Line
		said, state string
	}{
		{ledger.Line{Version: weekly, Slot: &ledger.Slot{}, Reason: iep.ProviderAbsent}, "therapist was out", ""},
		{ledger.Line{Version: monthly, Slot: &ledger.Slot{}, Reason: iep.StudentAbsent}, "child was out", "counted with its period"},
		{ledger.Line{Version: monthly, Slot: &ledger.Slot{}, Reason: iep.SchoolClosedScheduled}, "school closed (calendar)", "this wording leaves the days to the school; the period is counted as a whole"},
		{ledger.Line{Version: monthly, Obligation: short, Minutes: 30, Reason: iep.PeriodShortfall}, "90 of 120 given since Sat Mar 1, 2025", ""},
		{ledger.Line{Version: monthly, Obligation: short, Minutes: 40, Reason: iep.NotScheduled}, "40 of 120 not planned since Sat Mar 1, 2025", ""},
	} {
		if said, state := say.English.Line(&c.line), say.English.LineState(&c.line); said != c.said || state != c.state {
			t.Errorf("said %q and %q\nwant %q and %q", said, state, c.said, c.state)
		}
	}
}

func TestWarningsNameTheEntryAndItsDay(t *testing.T) {
	session := &iep.Session{ID: "s\n{status}", Date: day.Of(2025, 3, 11), Status: iep.Missed}
	decision := &iep.Decision{ServiceID: "sp", Date: day.Of(2025, 3, 12)}
	for _, c := range []struct {
		warning ledger.Warning
		want    string
	}{
		{ledger.Warning{Code: ledger.RowOnClosedDay, Session: session}, "2025-03-11: session s {status} logged as missed on a no-school day; it is counted as logged"},
		{ledger.Warning{Code: ledger.RowWithoutSlot, Session: session}, "2025-03-11: session s {status} has no planned session that day; minutes given count as extra"},
		{ledger.Warning{Code: ledger.DecisionWithoutSlot, Decision: decision}, "2025-03-12: the team's decision for sp meets no missed session"},
	} {
		if got := say.English.Warning(c.warning); got != c.want {
			t.Errorf("said %q\nwant %q", got, c.want)
		}
	}
}
