package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"midweek/internal/core/day"
)

// A workload is rules to expand, and the days on which school is closed.
type workload struct {
	name    string
	rules   []rule
	closed  map[day.Day]bool
	repeats int // how often a peer in another language goes through it in one round
}

// A rule is a service's first day and its recurrence, which says when it ends.
type rule struct {
	start day.Day
	text  string
}

// A tally is what comes of a workload. All drivers must come to the same one.
type tally struct {
	dates    int // how many
	checksum int // the sum of the dates, each as days since 1970
	lost     int // how many are closed days
}

var unixEpoch = day.Of(1970, 1, 1)

func (t *tally) add(d day.Day, closed map[day.Day]bool) {
	t.dates++
	t.checksum += int(d - unixEpoch)
	if closed[d] {
		t.lost++
	}
}

// write puts a workload into a file for the peers: a line for each rule and
// for each closed day.
func (w *workload) write(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewWriter(f)
	for _, r := range w.rules {
		fmt.Fprintf(lines, "rule %s %s\n", compact(r.start), r.text)
	}
	for d := range w.closed {
		fmt.Fprintf(lines, "closed %s\n", compact(d))
	}
	return lines.Flush()
}

// compact is a day as iCalendar writes it: 20260902.
func compact(d day.Day) string { return strings.ReplaceAll(d.String(), "-", "") }
