package binder_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"midweek/internal/binder"
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
	"midweek/internal/core/record"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/store"
)

// tb is a test or a draw of rapid.
type tb interface {
	Helper()
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// A home is a family's record in a real file, with the binder that keeps it.
type home struct {
	tb
	dir    string
	today  day.Day
	minute int
	writer history.Writer
	store  *store.Store
	*binder.Binder
}

// newHome makes an empty record.
func newHome(t tb, dir, today string) *home {
	t.Helper()
	s, err := store.Create(store.Plain(dir, "record.db"), "rec-1")
	if err != nil {
		t.Fatalf("%v", err)
	}
	h := &home{tb: t, dir: dir, today: day.MustParse(today), store: s}
	h.writer = history.Writer{Device: "laptop", Author: "Mom", Random: counted()}
	h.open()
	return h
}

// counted are bytes that are all different and the same in every run.
func counted() func(n int) []byte {
	drawn := 0
	return func(n int) []byte {
		drawn++
		return fmt.Appendf(nil, "%0*d", n, drawn)
	}
}

// open opens a binder on the store, as a start of the program does.
func (h *home) open() {
	h.Helper()
	h.Binder = binder.Open(h.env(h.store), h.kept())
}

func (h *home) env(s binder.Store) binder.Env {
	return binder.Env{
		Store: s, Record: "rec-1", Today: func() day.Day { return h.today }, Writer: h.writer,
		Now: func() string {
			h.minute++
			return fmt.Sprintf("2027-03-11T%02d:%02d:00-05:00", h.minute/60%24, h.minute%60)
		},
		Read: exchange.ReadNoun, Write: exchange.WriteNoun,
		Device:  func(*history.History) (string, error) { return h.writer.Device, nil },
		Written: func(history.Hash) {},
	}
}

// kept is what the projection holds, when it is of the acts that are there.
func (h *home) kept() *record.Record {
	h.Helper()
	kept, folded, err := h.store.Projected()
	if err != nil {
		h.Fatalf("%v", err)
	}
	heads, err := h.store.Heads()
	if err != nil {
		h.Fatalf("%v", err)
	}
	if !slices.Equal(folded, heads) {
		return nil
	}
	return kept
}

// restart closes the record and opens it again.
func (h *home) restart() {
	h.Helper()
	if err := h.store.Close(); err != nil {
		h.Fatalf("%v", err)
	}
	s, err := store.Open(store.Plain(h.dir, "record.db"))
	if err != nil {
		h.Fatalf("%v", err)
	}
	h.store = s
	h.open()
}

func (h *home) book() *binder.Book {
	h.Helper()
	if err := h.Load(); err != nil {
		h.Fatalf("%v", err)
	}
	book, err := h.Book()
	if err != nil {
		h.Fatalf("%v", err)
	}
	return book
}

// acts is how many acts there are.
func (h *home) acts() int {
	h.Helper()
	all, err := h.History()
	if err != nil {
		h.Fatalf("%v", err)
	}
	return all.Len()
}

// does wants a deed to be done.
func (h *home) does(err error) {
	h.Helper()
	if err != nil {
		h.Fatalf("%v", err)
	}
}

// refused wants a deed to be refused with a code at a field, and nothing to be
// changed by it, in memory or in the file.
func (h *home) refused(code refusal.Code, field string, deed func() error) {
	h.Helper()
	before, n := h.book().Record, h.acts()
	err := deed()
	r := refusal.From(err)
	if r == nil || r.Code != code || r.Field != field {
		h.Errorf("%v, want a refusal with %s at %q", err, code, field)
	}
	if n != h.acts() || !same(before, h.book().Record) || !same(before, h.kept()) {
		h.Errorf("%s changed the record", code)
	}
}

// imports brings a file in.
func (h *home) imports(file string) int {
	h.Helper()
	n, err := h.bring(file)
	if err != nil {
		h.Fatalf("%v", err)
	}
	return n
}

func (h *home) bring(file string) (int, error) {
	return h.Import(func(all *history.History) ([]history.Change, error) {
		r, err := exchange.Read([]byte(file))
		if err != nil {
			return nil, err
		}
		changes, err := exchange.Changes(r, exchange.FileHash([]byte(file)))
		return exchange.New(changes, all), err
	})
}

// same says whether two records are one in the portable format.
func same(a, b *record.Record) bool { return printed(a) == printed(b) }

func printed(r *record.Record) string {
	if r == nil {
		return "none"
	}
	data, err := exchange.Write(r)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// An other is a second device with a copy of the record, whose acts come over
// later.
type other struct {
	*home
	history *history.History
	writer  history.Writer
}

// copied is what another device has of the record by now.
func (h *home) copied(device, author string) *other {
	h.Helper()
	acts, err := h.store.Acts()
	if err != nil {
		h.Fatalf("%v", err)
	}
	o := &other{h, history.New("rec-1"), history.Writer{Device: device, Author: author, Random: counted()}}
	if err := o.history.Load(acts); err != nil {
		h.Fatalf("%v", err)
	}
	o.history.Fold(exchange.ReadNoun)
	return o
}

// writes makes a deed there, of one noun.
func (o *other) writes(kind history.Kind, noun history.Noun, id string, value any) {
	o.Helper()
	change := history.Change{Kind: kind, Noun: noun, ID: id, Children: []string{"mia"}}
	if value != nil {
		data, err := exchange.WriteNoun(value)
		if err != nil {
			o.Fatalf("%v", err)
		}
		change.Value = data
	}
	acts, err := o.history.Write(o.writer, "2027-03-12T08:00:00-05:00", []history.Change{change})
	if err != nil {
		o.Fatalf("%v", err)
	}
	o.history.Add(acts)
}

// comes brings the other device's acts in, and opens the record anew.
func (o *other) comes() {
	o.Helper()
	all, err := o.home.History()
	if err != nil {
		o.Fatalf("%v", err)
	}
	var theirs []history.Act
	for _, a := range o.history.Acts() {
		theirs = append(theirs, *a)
	}
	merged, err := all.Merge(theirs)
	if err != nil {
		o.Fatalf("%v", err)
	}
	before := all.Fold(exchange.ReadNoun)
	after := merged.Union.Fold(exchange.ReadNoun)
	if err := o.store.Take(merged.New, history.Changed(before, after), after.Heads); err != nil {
		o.Fatalf("%v", err)
	}
	o.home.open()
}

// small is a family: Mia, on one school year, with speech on Tuesday and
// Thursday, and words in it that the program does not know.
const small = `{
	"format": "service-hours", "version": 1, "their_app": {"theme": "blue"},
	"children": [{"id": "mia", "name": "Mia", "rights_holder": "parent", "pet": "a cat"}],
	"calendars": [{"id": "y1", "first_day": "2026-08-24", "last_day": "2027-06-11", "bell": "8:05",
		"closures": [{"start": "2026-11-26", "end": "2026-11-27", "name": "Thanksgiving", "kind": "holiday", "from": "p. 2", "source": "feed"},
			{"id": "snow", "start": "2026-12-03", "end": "2026-12-03", "kind": "weather"}],
		"early_release": [{"start": "2026-09-14", "end": "2026-09-18", "weekdays": ["WE"], "dismissal": "11:30", "source": "pasted"}],
		"extra_school_days": [{"date": "2027-06-12", "source": "typed"}], "noted_days": [{"start": "2027-04-19", "end": "2027-04-23", "kind": "testing"}],
		"level": "middle", "guess": true, "guessed_from": "y0", "terms": [{"name": "Q1", "start": "2026-08-24", "end": "2026-10-30"}]}],
	"policies": [{"id": "ours", "pack": "tx-hcde", "owed": {"testing": "yes"}, "said_by": "Ms. Hall"}],
	"plans": [{"id": "iep", "child_id": "mia", "kind": "IEP", "start": "2026-08-24", "end": "2027-06-11", "case": "A-17", "claims": [{"id": "tests", "start": "2027-03-08", "end": "2027-03-12"}],
		"calendar_ids": ["y1"], "policy_id": "ours", "services": [
			{"id": "sp", "type": "speech", "start": "2026-08-24", "end": "2027-06-11", "verbatim": "twice a week", "line": 4,
			 "requirement": {"unit": "sessions", "amount": 2, "minutes_per_session": 30, "period": "week", "in": "school"},
			 "schedules": [{"id": "a", "rrule": "FREQ=WEEKLY;BYDAY=TU,TH", "from": "2026-08-24", "start_time": "10:00", "minutes": 30, "room": "12"}]}]}],
	"sessions": [
		{"id": "old-1", "service_id": "sp", "date": "2026-08-25", "kind": "regular", "status": "unsure", "color": "grey"},
		{"id": "old-2", "service_id": "sp", "schedule_id": "a", "date": "2026-08-27", "kind": "regular", "status": "missed",
		 "reason": "provider_absent", "entered_at": "2026-08-28", "color": "red"}],
	"decisions": [{"service_id": "sp", "date": "2026-08-27", "owed": "yes", "by": "the team"}],
	"esy": []}`

// mias is the family of the small file, on an evening in September.
func mias(t *testing.T, today string) *home {
	t.Helper()
	h := newHome(t, t.TempDir(), today)
	t.Cleanup(func() { h.store.Close() })
	h.imports(small)
	return h
}

// slot is the key of a session of Mia's speech.
func slot(on string) string { return "sp:" + on + ":a" }

// speech is the ledger of Mia's speech.
func (h *home) speech() *ledger.Series {
	h.Helper()
	s := h.book().Ledger.Find("sp", "mia")
	if s == nil {
		h.Fatalf("there is no speech")
	}
	return s
}

func given() binder.Outcome { return binder.Outcome{Status: iep.Delivered} }

func missed(why iep.Reason) binder.Outcome { return binder.Outcome{Status: iep.Missed, Reason: why} }

// equal compares two values of a test.
func (h *home) equal(what string, got, want any) {
	h.Helper()
	if !reflect.DeepEqual(got, want) {
		h.Errorf("%s: got %+v, want %+v", what, got, want)
	}
}
