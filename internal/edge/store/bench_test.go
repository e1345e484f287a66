package store_test

import (
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/record"
	"midweek/internal/edge/store"
)

// notes are what a log of ten years says.
var notes = []string{
	"", "", "worked on the r sound", "the therapist was at a meeting", "Zoë said he liked the new cards",
	"late start because of the assembly, so only the first half", "made up on the Thursday after",
}

// tenYears is the record of three children over ten years: 15,000 sessions.
func tenYears() *record.Record {
	r := &record.Record{}
	for child := range 3 {
		id := fmt.Sprintf("child%d", child)
		r.Children = append(r.Children, iep.Child{ID: id, Name: "Child " + fmt.Sprint(child)})
		for year := range 10 {
			span := day.Span{First: day.Of(2016+year, 8, 15), Last: day.Of(2017+year, 6, 4)}
			p := iep.Plan{ID: fmt.Sprintf("%s-%d", id, year), ChildID: id, Kind: iep.IEP, CalendarIDs: []string{}}
			for part := range 2 {
				s := iep.Service{
					ID: fmt.Sprintf("%s-%d", p.ID, part), SeriesID: fmt.Sprintf("%s-%d", id, part), Type: "speech",
					Start: span.First, End: span.Last, Verbatim: "2 x 30 minutes a week", Schedules: []iep.Schedule{},
				}
				p.Services = append(p.Services, s)
				r.Sessions = append(r.Sessions, log(s.ID, span.First)...)
			}
			r.Plans = append(r.Plans, p)
		}
	}
	return r
}

// log is a year of one service: 250 rows.
func log(service string, first day.Day) (rows []iep.Session) {
	for n := range 250 {
		minutes := 30 - n%7
		s := iep.Session{
			ID: fmt.Sprintf("%s:%s:a", service, first+day.Day(n)), ServiceID: service, ScheduleID: "a", Date: first + day.Day(n),
			StartTime: day.At(10, 15), Kind: iep.Regular, Status: iep.Partial, Minutes: &minutes, Note: notes[n%len(notes)],
		}
		if n%5 == 0 {
			s.Status, s.Minutes, s.Reason = iep.Missed, nil, iep.ProviderAbsent
		}
		rows = append(rows, s)
	}
	return rows
}

// large is ten years in a file.
func large(t testing.TB) (h *home, file string) {
	t.Helper()
	dir := t.TempDir()
	h = newHome(t, dir)
	h.do(imported(t, tenYears())...)
	t.Cleanup(func() { h.store.Close() })
	return h, filepath.Join(dir, "record.db")
}

func BenchmarkProjected(b *testing.B) {
	h, _ := large(b)
	for b.Loop() {
		if _, _, err := h.store.Projected(); err != nil {
			b.Fatal(err)
		}
	}
}

// bare reads the same sessions with nothing done to them.
func bare(t testing.TB, db *sql.DB) int {
	rows, err := db.Query(`SELECT place, id, service_id, schedule_id, on_day, start_time, kind, status, minutes, reason,
		makeup_for, note, mode, known_by, entered_at, unknown FROM sessions`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	cells, into := make([]any, 16), make([]any, 16)
	for i := range into {
		into[i] = &cells[i]
	}
	n := 0
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

func opened(t testing.TB, file string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+url.PathEscape(file)+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	return db
}

func BenchmarkBareSelect(b *testing.B) {
	_, file := large(b)
	db := opened(b, file)
	for b.Loop() {
		if n := bare(b, db); n != 15_000 {
			b.Fatal(n)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	h, _ := large(b)
	for _, text := range []string{"zoe", "therapist meeting", "t", "provider absent"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				if hits, err := h.store.Search(text, 50); err != nil || len(hits) != 50 {
					b.Fatal(len(hits), err)
				}
			}
		})
	}
}

func BenchmarkHeads(b *testing.B) {
	h, _ := large(b)
	for b.Loop() {
		if _, err := h.store.Heads(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRebuild(b *testing.B) {
	h, _ := large(b)
	f := h.fold()
	for b.Loop() {
		if err := h.store.Rebuild(f); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	h, _ := large(b)
	n := 0
	for b.Loop() {
		b.StopTimer()
		before := h.fold()
		acts := h.write([]history.Change{session(b, n, "z")})
		h.history.Add(acts)
		after := h.fold()
		changed := history.Changed(before, after)
		n++
		b.StartTimer()
		if err := h.store.Append(acts, changed, after.Heads); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	h, file := large(b)
	h.store.Close()
	b.ReportMetric(float64(sizeOf(b, file))/1e6, "MB")
	for b.Loop() {
		s, err := store.Open(store.Plain(filepath.Dir(file), "record.db"))
		if err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}

// fiftyThousand adds corrections until there are 50,000 acts.
func fiftyThousand(t testing.TB) *home {
	t.Helper()
	h, _ := large(t)
	living := h.fold().InOrder()
	for h.history.Len() < 50_000 {
		var changes []history.Change
		for _, e := range living {
			if s, ok := e.Value.(*iep.Session); ok && h.history.Len()+len(changes) < 50_000 {
				c := adds(t, e.Noun, e.ID, s)
				c.Kind, c.Because = history.Correct, "looked at again"
				changes = append(changes, c)
			}
		}
		h.do(changes...)
	}
	return h
}

func BenchmarkActs50000(b *testing.B) {
	h := fiftyThousand(b)
	for b.Loop() {
		acts, err := h.store.Acts()
		if err != nil || len(acts) != 50_000 {
			b.Fatal(len(acts), err)
		}
	}
}

func BenchmarkHeads50000(b *testing.B) {
	h := fiftyThousand(b)
	for b.Loop() {
		if _, err := h.store.Heads(); err != nil {
			b.Fatal(err)
		}
	}
}
