package binder_test

import (
	"testing"

	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/refusal"
)

// One click fills in several sessions; each is an entry named by its slot.
func TestFillWritesOneDeed(t *testing.T) {
	h := mias(t, "2026-09-10")
	before := h.acts()
	h.does(h.Fill([]string{slot("2026-09-01"), slot("2026-09-03")}, missed(iep.ProviderAbsent)))
	h.equal("acts", h.acts()-before, 2)
	row := h.book().Row(slot("2026-09-01"))
	h.equal("row", *row, iep.Session{
		ID: slot("2026-09-01"), ServiceID: "sp", ScheduleID: "a", Date: h.today - 9, Kind: iep.Regular, Status: iep.Missed, Reason: iep.ProviderAbsent,
	})
	h.equal("minutes to make up", h.speech().Summary.OpenOwed, 90)
	undo, redo := h.Edits()
	h.equal("undo", undo.Did, []history.What{{Kind: history.Add, Noun: history.Session, Status: "missed", Count: 2}})
	h.equal("redo", redo, binder.Edit{})
}

// A later word corrects the entry; what was noted stays unless it is said anew.
func TestFillCorrectsWhatIsThere(t *testing.T) {
	h := mias(t, "2026-09-10")
	note, known, empty := "she said so", "child", ""
	key := slot("2026-09-01")
	h.does(h.Fill([]string{key}, binder.Outcome{Status: iep.Missed, Reason: iep.Testing, Note: &note, KnownBy: &known}))
	h.does(h.Fill([]string{key}, binder.Outcome{Status: iep.Delivered, Because: "the therapist told me"}))
	row := h.book().Row(key)
	h.equal("note and how it is known", []string{row.Note, row.KnownBy, string(row.Reason)}, []string{note, known, ""})
	h.does(h.Fill([]string{key}, binder.Outcome{Status: iep.Delivered, Note: &empty}))
	row = h.book().Row(key)
	h.equal("note taken out", []string{row.Note, row.KnownBy}, []string{"", known})
	acts, err := h.Acts(history.Key{Noun: history.Session, ID: key})
	h.does(err)
	h.equal("versions", len(acts), 3)
	body, err := acts[1].Read()
	h.does(err)
	h.equal("why", []any{body.Because, body.Kind}, []any{"the therapist told me", history.Correct})
}

func TestFillRefuses(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.refused(refusal.NotYet, "on", func() error { return h.Fill([]string{slot("2026-09-08"), slot("2026-09-15")}, given()) })
	h.refused(refusal.NoSuch, "", func() error { return h.Fill([]string{slot("2026-09-08"), slot("2026-09-09")}, given()) })
	h.refused(refusal.NotAWord, "status", func() error { return h.Fill([]string{slot("2026-09-08")}, binder.Outcome{Status: "perhaps"}) })
	h.refused(refusal.NeedsMinutes, "minutes", func() error { return h.Fill([]string{slot("2026-09-08")}, binder.Outcome{Status: iep.Partial}) })
	before := h.acts()
	h.does(h.Fill(nil, given()))
	h.equal("acts for no session", h.acts(), before)
}

// Today's session can be filled in.
func TestTodayCanBeFilledIn(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.does(h.Fill([]string{slot("2026-09-10")}, given()))
	h.equal("given", h.speech().Summary.Delivered, 30)
}

// Not sure is an answer: it is not asked again, also where a file's row names
// no schedule, and a later word corrects that very row.
func TestNotSureIsAnAnswer(t *testing.T) {
	h := mias(t, "2026-09-03")
	h.equal("asked", asked(h), []string{"2026-09-01", "2026-09-03"})
	h.does(h.Fill([]string{slot("2026-09-01")}, binder.Outcome{Status: iep.Unsure}))
	h.equal("asked again", asked(h), []string{"2026-09-03"})
	h.equal("not filled in", h.speech().Summary.UnrecordedSessions, 2)

	key := slot("2026-08-25")
	h.equal("the file's row", h.book().RowOf(key).ID, "old-1")
	h.does(h.Fill([]string{key}, given()))
	row := h.book().RowOf(key)
	h.equal("corrected", []any{row.ID, row.Status, string(row.Unknown["color"])}, []any{"old-1", iep.Delivered, `"grey"`})
	h.equal("given", h.speech().Summary.Delivered, 30)
}

func asked(h *home) []string {
	days := []string{}
	asks, _ := h.book().Asks("")
	for _, a := range asks {
		days = append(days, a.Slot.Date.String())
	}
	return days
}

// Of two rows without a schedule on a day with two sessions each takes its
// own, of equals the first by id; one that names its schedule goes first.
func TestRowsThatAreNotSureTakeTheirOwnSessions(t *testing.T) {
	h := mias(t, "2026-09-10")
	h.imports(`{"format": "service-hours", "version": 1, "children": [{"id": "leo", "name": "Leo"}],
		"calendars": [{"id": "y2", "first_day": "2026-08-24", "last_day": "2027-06-11", "closures": [], "early_release": [], "extra_school_days": []}],
		"policies": [], "plans": [{"id": "p2", "child_id": "leo", "kind": "504", "calendar_ids": ["y2"], "services": [
			{"id": "ot", "start": "2026-08-24", "end": "2027-06-11", "schedules": [
				{"id": "am", "rrule": "FREQ=WEEKLY;BYDAY=MO", "from": "2026-08-24", "start_time": "09:00", "minutes": 20},
				{"id": "pm", "rrule": "FREQ=WEEKLY;BYDAY=MO", "from": "2026-08-24", "start_time": "14:00", "minutes": 20}]}]}],
		"sessions": [
			{"id": "one", "service_id": "ot", "date": "2026-08-31", "start_time": "14:00", "kind": "regular", "status": "unsure"},
			{"id": "two", "service_id": "ot", "date": "2026-09-07", "kind": "regular", "status": "unsure"},
			{"id": "three", "service_id": "ot", "schedule_id": "am", "date": "2026-09-07", "kind": "regular", "status": "unsure"},
			{"id": "four", "service_id": "ot", "date": "2026-09-07", "kind": "regular", "status": "unsure"},
			{"id": "stray", "service_id": "ot", "schedule_id": "noon", "date": "2026-08-31", "kind": "regular", "status": "unsure"}],
		"decisions": [], "esy": []}`)
	got := map[string]string{}
	for _, series := range h.book().Ledger.Series {
		for i := range series.Slots {
			if slot := &series.Slots[i]; slot.Unsure != nil {
				got[binder.Key(slot)] = slot.Unsure.ID
			}
		}
	}
	h.equal("not sure", got, map[string]string{
		"ot:2026-08-31:pm": "one", "ot:2026-09-07:am": "three", "ot:2026-09-07:pm": "four", slot("2026-08-25"): "old-1",
	})
}

// The ids of a file may hold colons, days and what a key makes of a colon: each
// session is still named by a key of its own.
func TestKeysOfIdsWithColons(t *testing.T) {
	h := newHome(t, t.TempDir(), "2026-09-10")
	t.Cleanup(func() { h.store.Close() })
	h.imports(`{"format": "service-hours", "version": 1, "children": [{"id": "a:mia", "name": "Mia"}],
		"calendars": [{"id": "y:1", "first_day": "2026-08-24", "last_day": "2027-06-11"}],
		"plans": [{"id": "p:1", "child_id": "a:mia", "kind": "IEP", "calendar_ids": ["y:1"], "services": [
			{"id": "a", "start": "2026-08-24", "end": "2027-06-11", "schedules": [
				{"id": "b:2026-09-08:c", "rrule": "FREQ=WEEKLY;BYDAY=MO", "from": "2026-08-24", "minutes": 20},
				{"id": "c", "rrule": "FREQ=WEEKLY;BYDAY=MO", "from": "2026-08-24", "minutes": 25}]},
			{"id": "a:2026-09-07:b", "start": "2026-08-24", "end": "2027-06-11", "schedules": [
				{"id": "c", "rrule": "FREQ=WEEKLY;BYDAY=TU", "from": "2026-08-24", "minutes": 30}]},
			{"id": "a%3A2026-09-07%3Ab", "start": "2026-08-24", "end": "2027-06-11", "schedules": [
				{"id": "c", "rrule": "FREQ=WEEKLY;BYDAY=TU", "from": "2026-08-24", "minutes": 35}]}]}],
		"sessions": []}`)
	seen, book := map[string]bool{}, h.book()
	for _, s := range book.Ledger.Series {
		for i := range s.Slots {
			slot := &s.Slots[i]
			key := binder.Key(slot)
			seen[key] = true
			if got := book.Slot(key); got != slot {
				t.Fatalf("%s names the session of %s on %s", key, got.Version.Service.ID, got.Date)
			}
		}
		key := binder.Key(&s.Slots[2])
		h.does(h.Fill([]string{key}, given()))
		h.equal("filled in", h.book().RowOf(key).ServiceID, s.Versions[0].Service.ID)
	}
	h.equal("keys and rows", []int{len(seen), len(h.book().Record.Sessions)}, []int{4 * 42, 3})
}

// A regular row moved to another day is withdrawn there and added here: one
// deed, which Undo takes back whole.
func TestARowMovesToAnotherDay(t *testing.T) {
	h := mias(t, "2026-09-10")
	row := *h.book().Row("old-2")
	row.Date = row.Date + 5
	before := h.acts()
	h.does(h.Save(row, "it was Tuesday"))
	h.equal("acts", h.acts()-before, 2)
	book := h.book()
	moved := book.Row(slot("2026-09-01"))
	if book.Row("old-2") != nil || moved == nil || string(moved.Unknown["color"]) != `"red"` || moved.Reason != iep.ProviderAbsent {
		t.Fatalf("moved to %+v", moved)
	}
	h.equal("state", book.Folded.Entries[history.Key{Noun: history.Session, ID: "old-2"}].State, history.Withdrawn)

	back := *moved
	back.Date = row.Date - 5
	h.does(h.Save(back, ""))
	h.equal("moved back", h.book().Slot(slot("2026-08-27")).Session.ID, slot("2026-08-27"))
	h.does(h.Undo())
	h.does(h.Undo())
	h.equal("undone", h.book().Slot(slot("2026-08-27")).Session.ID, "old-2")
}

// A row of a make-up keeps nothing of its slot, and gets an id of its own.
func TestAMakeUpIsSavedAndMoved(t *testing.T) {
	h := mias(t, "2026-09-10")
	ten := 10
	makeup := iep.Session{ServiceID: "sp", Kind: iep.Makeup, Date: h.today - 1, Status: iep.Delivered, Minutes: &ten}
	h.does(h.Save(makeup, ""))
	paid := h.speech().Obligations[0].Paid
	if len(paid) != 1 || paid[0].Minutes != 10 {
		t.Fatalf("paid: %+v", paid)
	}
	row := *h.book().Row(paid[0].SessionID)
	first := row.ID
	row.Date--
	h.does(h.Save(row, "one day off"))
	paid = h.speech().Obligations[0].Paid
	if len(paid) != 1 || paid[0].SessionID == first || paid[0].Date != row.Date {
		t.Errorf("after the move: %+v", paid)
	}
	row = *h.book().Row(paid[0].SessionID)
	row.Note = "in the hall"
	h.does(h.Save(row, ""))
	h.equal("corrected in place", h.book().Row(row.ID).Note, "in the hall")
}

func TestSaveRefuses(t *testing.T) {
	h := mias(t, "2026-09-10")
	ten := 10
	h.refused(refusal.NotYet, "on", func() error {
		return h.Save(iep.Session{ServiceID: "sp", Kind: iep.Makeup, Date: h.today + 1, Status: iep.Delivered, Minutes: &ten}, "")
	})
	none := 0
	h.refused(refusal.NotPositive, "minutes", func() error {
		return h.Save(iep.Session{ServiceID: "sp", Kind: iep.Makeup, Date: h.today, Status: iep.Delivered, Minutes: &none}, "")
	})
	h.refused(refusal.NoSuch, "service_id", func() error {
		return h.Save(iep.Session{ServiceID: "ot", Kind: iep.Extra, Date: h.today, Status: iep.Delivered, Minutes: &ten}, "")
	})
	h.refused(refusal.NeedsMinutes, "minutes", func() error {
		return h.Save(iep.Session{ServiceID: "sp", Kind: iep.Makeup, Date: h.today, Status: iep.Delivered}, "")
	})
	h.does(h.Fill([]string{slot("2026-09-01")}, given()))
	h.refused(refusal.NotUnique, "", func() error {
		row := *h.book().Row("old-2")
		row.Date += 5
		return h.Save(row, "")
	})
}

// A struck row stays readable and can be filled in anew.
func TestAStruckRowStaysReadable(t *testing.T) {
	h := mias(t, "2026-09-10")
	key := slot("2026-09-01")
	h.does(h.Fill([]string{key}, missed(iep.ProviderAbsent)))
	h.does(h.Strike([]string{key}, "it was a holiday"))
	entry := h.book().Folded.Entries[history.Key{Noun: history.Session, ID: key}]
	h.equal("entry", []any{entry.State, entry.Value.(*iep.Session).Status}, []any{history.Withdrawn, iep.Missed})
	h.equal("not filled in", h.book().RowOf(key) == nil, true)
	h.does(h.Fill([]string{key}, given()))
	acts, err := h.Acts(entry.Key)
	h.does(err)
	h.equal("versions", len(acts), 3)
	h.refused(refusal.NoSuch, "", func() error { return h.Strike([]string{key, "no such row"}, "") })
}

// The sessions of the last two weeks are asked about, today's among them;
// what lies before is counted.
func TestTodayAsksAboutTwoWeeks(t *testing.T) {
	h := mias(t, "2026-09-17")
	asks, earlier := h.book().Asks("mia")
	h.equal("asked", len(asks), 4)
	h.equal("first and last", []string{asks[0].Slot.Date.String(), asks[3].Slot.Date.String()}, []string{"2026-09-08", "2026-09-17"})
	h.equal("earlier", earlier, 2)
	h.today++
	_, earlier = h.book().Asks("mia")
	h.equal("a day later", earlier, 2)
	h.today += 4 // September 22: September 8 is fourteen days ago
	asks, earlier = h.book().Asks("mia")
	h.equal("the edge", []any{asks[0].Slot.Date.String(), earlier}, []any{"2026-09-10", 3})
	if asks, earlier := h.book().Asks("leo"); len(asks)+earlier > 0 {
		t.Errorf("another child is asked about %v, %d", asks, earlier)
	}
}

// How a session was held is written with its outcome. What is not said stays,
// but for times, which tell of the minutes they came with.
func TestFillWritesHowItWasHeld(t *testing.T) {
	h := mias(t, "2026-09-10")
	key, eighteen, three, who, yes := slot("2026-09-01"), 18, 3, "Ms. Lane", true
	short := binder.Outcome{
		Status: iep.Partial, Minutes: &eighteen, Reason: iep.ProviderMeeting, SaidBy: &who, Approximate: &yes,
		Held: &binder.Held{Began: day.At(10, 10), Ended: day.At(10, 28), Mode: iep.Group, GroupSize: &three},
	}
	h.does(h.Fill([]string{key}, short))
	row := h.book().Row(key)
	h.equal("times", []day.Clock{row.Began, row.Ended}, []day.Clock{day.At(10, 10), day.At(10, 28)})
	h.equal("group, who, about", []any{row.Mode, *row.GroupSize, row.SaidBy, row.Approximate}, []any{iep.Group, 3, who, true})
	h.equal("given", h.speech().Summary.Delivered, 18)

	short.Held, short.Reason = nil, iep.Testing
	h.does(h.Fill([]string{key}, short))
	h.equal("the same minutes", h.book().Row(key).Ended, day.At(10, 28))
	h.does(h.Fill([]string{key}, given()))
	row = h.book().Row(key)
	h.equal("other minutes", []day.Clock{row.Began, row.Ended}, []day.Clock{day.NoClock, day.NoClock})
	h.equal("the rest stays", []any{row.Mode, *row.GroupSize, row.SaidBy, row.Approximate}, []any{iep.Group, 3, who, true})
}
