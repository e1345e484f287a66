package store_test

import (
	"crypto/sha256"
	"fmt"
	"reflect"
	"testing"
	"time"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/edge/exchange"
	"midweek/internal/edge/store"
)

// tb is a test or a draw of rapid.
type tb interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
	Errorf(string, ...any)
}

// A home is a record as the program has it open: the acts in memory, and the
// store that keeps them.
type home struct {
	tb
	history *history.History
	store   *store.Store
	writer  history.Writer
	minute  int
}

// newHome makes a record in a folder.
func newHome(t tb, dir string) *home {
	t.Helper()
	s, err := store.Create(place(dir, "record.db"), "rec-1")
	if err != nil {
		t.Fatal(err)
	}
	return homeOf(t, s, "laptop")
}

// homeOf reads the acts of an open record.
func homeOf(t tb, s *store.Store, device string) *home {
	t.Helper()
	h := &home{tb: t, history: history.New(s.RecordID()), store: s}
	acts, err := s.Acts()
	if err != nil {
		t.Fatal(err)
	}
	if err := h.history.Load(acts); err != nil {
		t.Fatal(err)
	}
	h.minute = len(acts)
	h.writer = history.Writer{Device: device, Author: "Mom", Random: counted(device, len(acts))}
	return h
}

// counted are bytes that look random and are the same in every run.
func counted(seed string, from int) func(n int) []byte {
	return func(n int) []byte {
		from++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", seed, from))
		return sum[:n]
	}
}

func (h *home) fold() *history.Folded { return h.history.Fold(exchange.ReadNoun) }

// write makes the acts of one deed.
func (h *home) write(changes []history.Change) []history.Act {
	h.Helper()
	h.minute++
	at := time.Date(2027, 3, 11, 8, h.minute, 0, 0, time.FixedZone("", -5*3600)).Format(time.RFC3339)
	acts, err := h.history.Write(h.writer, at, changes)
	if err != nil {
		h.Fatal(err)
	}
	return acts
}

// do makes a deed and stores it.
func (h *home) do(changes ...history.Change) []history.Act {
	h.Helper()
	acts, err := h.try(changes...)
	if err != nil {
		h.Fatal(err)
	}
	return acts
}

// try makes a deed and says how storing it went.
func (h *home) try(changes ...history.Change) ([]history.Act, error) {
	h.Helper()
	before := h.fold()
	acts := h.write(changes)
	h.history.Add(acts)
	after := h.fold()
	return acts, h.store.Append(acts, history.Changed(before, after), after.Heads)
}

// take merges the acts of another home.
func (h *home) take(acts []*history.Act) {
	h.Helper()
	var others []history.Act
	for _, a := range acts {
		others = append(others, *a)
	}
	m, err := h.history.Merge(others)
	if err != nil {
		h.Fatal(err)
	}
	before := h.fold()
	if err := h.history.Load(m.New); err != nil {
		h.Fatal(err)
	}
	after := h.fold()
	if err := h.store.Take(m.New, history.Changed(before, after), after.Heads); err != nil {
		h.Fatal(err)
	}
}

// adds are the changes that add values to a record.
func adds(t tb, noun history.Noun, id string, value any) history.Change {
	t.Helper()
	data, err := exchange.WriteNoun(value)
	if err != nil {
		t.Fatal(err)
	}
	return history.Change{Kind: history.Add, Noun: noun, ID: id, Value: data}
}

// imported are the changes that take in a record.
func imported(t tb, r *record.Record) []history.Change {
	t.Helper()
	changes, err := exchange.Changes(r, exchange.FileHash([]byte("a file")))
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

// holds says that what the store projects is what the acts fold to.
func (h *home) holds() {
	h.Helper()
	got, heads, err := h.store.Projected()
	if err != nil {
		h.Fatal(err)
	}
	f := h.fold()
	if !reflect.DeepEqual(level(got), level(f.Record)) {
		h.Fatalf("projected:\n%s\nfolded:\n%s", printed(got), printed(f.Record))
	}
	own, err := h.store.Heads()
	if err != nil {
		h.Fatal(err)
	}
	if !reflect.DeepEqual(heads, f.Heads) || !reflect.DeepEqual(own, f.Heads) {
		h.Fatalf("projected from %v, the acts' heads are %v, folded from %v", heads, own, f.Heads)
	}
}

// level makes no difference between a list of the record that is empty and
// one that is not there.
func level(r *record.Record) *record.Record {
	even := *r
	even.Children, even.Calendars, even.Policies = orNil(r.Children), orNil(r.Calendars), orNil(r.Policies)
	even.Sessions, even.Decisions, even.Requests = orNil(r.Sessions), orNil(r.Decisions), orNil(r.Requests)
	even.Meetings, even.ESY = orNil(r.Meetings), orNil(r.ESY)
	even.Plans = append([]iep.Plan(nil), r.Plans...)
	for i := range even.Plans {
		even.Plans[i].Services = orNil(even.Plans[i].Services)
	}
	return &even
}

func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

func printed(r *record.Record) string {
	data, err := exchange.Write(r)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// small is a family of one child with one service, to which sessions are added.
func small(t tb) []history.Change {
	t.Helper()
	r, err := exchange.Read([]byte(`{
		"format": "service-hours", "version": 1,
		"children": [{"id": "ana", "name": "Ana"}],
		"calendars": [{"id": "y1", "first_day": "2026-08-12", "last_day": "2027-06-04",
			"closures": [], "early_release": [], "extra_school_days": []}],
		"policies": [],
		"plans": [{"id": "iep", "child_id": "ana", "kind": "IEP", "calendar_ids": ["y1"], "services": [
			{"id": "sp", "type": "speech", "start": "2026-08-12", "end": "2027-06-04", "verbatim": "twice a week",
			 "schedules": [{"id": "a", "rrule": "FREQ=WEEKLY;BYDAY=TU", "from": "2026-08-12", "minutes": 30}]}]}],
		"sessions": [], "decisions": [], "esy": []}`))
	if err != nil {
		t.Fatal(err)
	}
	return imported(t, r)
}

var _ testing.TB = (*testing.T)(nil)
