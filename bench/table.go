package main

import (
	"errors"
	"fmt"
	"io"
	"text/tabwriter"
)

// A table is what was measured, line by line.
type table struct{ lines []line }

// A line is one comparison.
type line struct {
	workload, ours, other string
	measured              string
	must                  string // empty: reported only
	ok                    bool
}

// faster adds how many times faster ours is. Where must is 0 nothing is asked.
func (t *table) faster(workload string, ours, other *runner, must float64) {
	ratio := float64(other.best) / float64(ours.best)
	l := line{workload: workload, ours: ours.name, other: other.name, measured: figure(ratio) + " times faster", ok: ratio >= must}
	if must > 0 {
		l.must = fmt.Sprintf("at least %.0f", must)
	}
	t.lines = append(t.lines, l)
}

// fasterThan is faster for a peer, whose runner is nil where it is not
// installed.
func (t *table) fasterThan(workload string, ours *runner, p *peer, other *runner, must float64) {
	if other == nil {
		t.lines = append(t.lines, line{workload: workload, ours: ours.name, other: p.name, measured: "not installed", ok: true})
		return
	}
	t.faster(workload, ours, other, must)
}

// within adds how much of the other's time ours takes.
func (t *table) within(workload string, ours, other *runner, limit float64) {
	ratio := float64(ours.best) / float64(other.best)
	t.lines = append(t.lines, line{workload: workload, ours: ours.name, other: other.name,
		measured: figure(ratio) + " times its time", must: fmt.Sprintf("at most %.0f", limit), ok: ratio <= limit})
}

// figure is a ratio to about two digits; more is noise.
func figure(ratio float64) string {
	if ratio < 10 {
		return fmt.Sprintf("%.1f", ratio)
	}
	return fmt.Sprintf("%.0f", ratio)
}

func (t *table) print(to io.Writer) {
	columns := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	fmt.Fprintln(columns, "workload\tours\tagainst\tmeasured\tmust be")
	for _, l := range t.lines {
		fmt.Fprintf(columns, "%s\t%s\t%s\t%s\t%s\n", l.workload, l.ours, l.other, l.measured, l.must)
	}
	columns.Flush()
}

// tooSlow is an error that names the lines that are not what they must be, or
// nil.
func (t *table) tooSlow() error {
	var all []error
	for _, l := range t.lines {
		if !l.ok {
			all = append(all, fmt.Errorf("too slow: workload %s, our %s against %s is %s, must be %s", l.workload, l.ours, l.other, l.measured, l.must))
		}
	}
	return errors.Join(all...)
}
