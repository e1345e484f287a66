// Screens compares what every screen of the window costs with a bare read of
// the rows it is drawn from, on a record of ten years and three children, and
// fails when a screen costs more than three times that.
//
//	go run ./bench/screens
//
// A screen's cost is all of its round trip on this side: the ledger computed
// from the record, the view drawn, and the view as JSON for the page. A ledger
// is computed once for each state of a record, so the record is opened anew
// before every screen. The bare read is a SELECT of the same tables through the same driver, scanned and
// thrown away. They take turns, and the best of each counts.
package main

import (
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	_ "modernc.org/sqlite"

	"midweek/app"
	"midweek/internal/open"
)

// limit is how many bare reads a screen may cost.
const limit = 3.0

// searchLimit is how long a search may take, from the words to the list as
// JSON.
const searchLimit = 200 * time.Millisecond

// searched are what is searched for: a note that stands in hundreds of rows, a
// letter with which nearly every row has a word, a reason, a child and a word, a
// date, a name.
var searched = []string{"substitute", "n", "therapist was out", "child 2 substitute", "3/11/2024", "ibáñez", "no school", "xyzzy"}

func main() {
	rounds := flag.Int("rounds", 7, "how often each screen and the bare read have their turn")
	flag.Parse()
	if err := run(*rounds); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(rounds int) error {
	dir, err := os.MkdirTemp("", "midweek-screens")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "family.json")
	if err := os.WriteFile(file, bigFamily(), 0o600); err != nil {
		return err
	}
	house, err := open.New(open.Options{Data: filepath.Join(dir, "data"), Config: filepath.Join(dir, "config"), Today: lastDay})
	if err != nil {
		return err
	}
	defer house.Close()
	if _, err := house.BeginWith("Bench", file); err != nil {
		return err
	}
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "data", "record.db")+"?mode=ro")
	if err != nil {
		return err
	}
	defer db.Close()
	return compare(db, house, rounds)
}

// A screen is one question of the page.
type screen struct {
	name string
	view func() (any, error)
	best time.Duration
}

func screens(d *app.Desk) []*screen {
	today, calendar, log := &app.Today{Desk: d}, &app.Calendar{Desk: d}, &app.Log{Desk: d}
	owed, planner, family := &app.Owed{Desk: d}, &app.Planner{Desk: d}, &app.Family{Desk: d}
	return []*screen{
		{name: "Today", view: func() (any, error) { return today.View("") }},
		{name: "Calendar", view: func() (any, error) { return calendar.View(app.CalendarQuery{}) }},
		{name: "Session log", view: func() (any, error) { return log.View(app.LogQuery{}) }},
		{name: "Minutes owed", view: func() (any, error) { return owed.View("") }},
		{name: "Day planner", view: func() (any, error) { return planner.View(app.PlannerQuery{}) }},
		{name: "Child & services", view: func() (any, error) { return family.View("") }},
		{name: "Whose rule", view: func() (any, error) { return (&app.Rule{Desk: d}).View(app.RuleQuery{}) }},
		{name: "Check-in", view: func() (any, error) { return (&app.CheckIn{Desk: d}).View(app.CheckInQuery{}) }},
		{name: "Notes & promises", view: func() (any, error) { return (&app.Notes{Desk: d}).View("") }},
		{name: "People", view: func() (any, error) { return (&app.People{Desk: d}).View("") }},
		{name: "Papers", view: func() (any, error) { return (&app.Papers{Desk: d}).View(app.PapersQuery{}) }},
		{name: "Recent changes", view: func() (any, error) { return (&app.Changes{Desk: d}).View(app.ChangesQuery{}) }},
	}
}

func compare(db *sql.DB, house *open.House, rounds int) error {
	desk := &app.Desk{House: house, Outside: alone{}}
	list := screens(desk)
	var bare, search time.Duration
	rows := 0
	for range rounds {
		took, n, err := timed(func() (int, error) { return readAll(db) })
		if err != nil {
			return err
		}
		bare, rows = best(bare, took), n
		for _, s := range list {
			if err := fresh(house); err != nil {
				return err
			}
			took, _, err := timed(s.draw)
			if err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
			s.best = best(s.best, took)
		}
		for _, text := range searched {
			find := screen{view: func() (any, error) { return (&app.Find{Desk: desk}).View(app.FindQuery{Text: text}) }}
			took, _, err := timed(find.draw)
			if err != nil {
				return fmt.Errorf("finding %q: %w", text, err)
			}
			search = max(search, took)
		}
	}
	return report(list, bare, search, rows)
}

// fresh opens the record anew, with its acts and what could be undone, and
// clears away what that leaves.
func fresh(house *open.House) error {
	if err := house.Own(); err != nil {
		return err
	}
	if err := house.Room().Load(); err != nil {
		return err
	}
	house.Room().Edits()
	runtime.GC()
	return nil
}

// draw makes the view and its JSON, and says how long that is.
func (s *screen) draw() (int, error) {
	view, err := s.view()
	if err != nil {
		return 0, err
	}
	data, err := json.Marshal(view)
	return len(data), err
}

func timed(do func() (int, error)) (time.Duration, int, error) {
	start := time.Now()
	n, err := do()
	return time.Since(start), n, err
}

func best(a, b time.Duration) time.Duration {
	if a == 0 {
		return b
	}
	return min(a, b)
}

func report(list []*screen, bare, search time.Duration, rows int) error {
	fmt.Printf("A bare read of the %d rows takes %v.\n", rows, bare.Round(10*time.Microsecond))
	var failed []error
	for _, s := range list {
		ratio := float64(s.best) / float64(bare)
		fmt.Printf("%-18s %6.2f times that\n", s.name, ratio)
		if ratio > limit {
			failed = append(failed, fmt.Errorf("%s costs %.2f bare reads; at most %.0f", s.name, ratio, limit))
		}
	}
	fmt.Printf("%-18s %v at worst\n", "Search", search.Round(10*time.Microsecond))
	if search > searchLimit {
		failed = append(failed, fmt.Errorf("a search takes %v; at most %v", search, searchLimit))
	}
	return errors.Join(failed...)
}
