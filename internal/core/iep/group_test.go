package iep_test

import (
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

func TestLargerGroup(t *testing.T) {
	size := func(n int) *int { return &n }
	for _, c := range []struct {
		name           string
		service        iep.Service
		row            iep.Session
		planned, given int
		larger         bool
	}{
		{"three for one to one", iep.Service{Mode: iep.Individual}, iep.Session{GroupSize: size(3)}, 1, 3, true},
		{"a group of no size for one to one", iep.Service{Mode: iep.Individual}, iep.Session{Mode: iep.Group}, 1, 0, true},
		{"one to one as planned", iep.Service{Mode: iep.Individual}, iep.Session{Mode: iep.Individual}, 1, 0, false},
		{"a group of one", iep.Service{Mode: iep.Individual}, iep.Session{Mode: iep.Group, GroupSize: size(1)}, 1, 1, false},
		{"five for three", iep.Service{Mode: iep.Group, GroupSize: size(3)}, iep.Session{GroupSize: size(5)}, 3, 5, true},
		{"three for three", iep.Service{Mode: iep.Group, GroupSize: size(3)}, iep.Session{GroupSize: size(3)}, 3, 3, false},
		{"a group of no size for three", iep.Service{Mode: iep.Group, GroupSize: size(3)}, iep.Session{Mode: iep.Group}, 3, 0, false},
		{"the plan says no size", iep.Service{Mode: iep.Group}, iep.Session{GroupSize: size(9)}, 0, 0, false},
		{"the plan says nothing", iep.Service{}, iep.Session{Mode: iep.Group, GroupSize: size(9)}, 0, 0, false},
		{"a consultation", iep.Service{Mode: iep.Consult}, iep.Session{GroupSize: size(9)}, 0, 0, false},
	} {
		planned, given, larger := c.service.LargerGroup(&c.row)
		if larger != c.larger || larger && (planned != c.planned || given != c.given) {
			t.Errorf("%s: %d, %d, %v; want %d, %d, %v", c.name, planned, given, larger, c.planned, c.given, c.larger)
		}
	}
}

func TestLasted(t *testing.T) {
	for _, c := range []struct {
		began, ended day.Clock
		want         int
	}{
		{day.At(10, 10), day.At(10, 28), 18},
		{day.At(0, 0), day.At(23, 59), 1439},
		{day.At(10, 28), day.At(10, 10), 0},
		{day.At(10, 10), day.At(10, 10), 0},
		{day.NoClock, day.At(10, 10), 0},
		{day.At(10, 10), day.NoClock, 0},
	} {
		row := iep.Session{Began: c.began, Ended: c.ended}
		if got, known := row.Lasted(); got != c.want || known != (c.want > 0) {
			t.Errorf("%s to %s: %d, %v; want %d", c.began, c.ended, got, known, c.want)
		}
	}
}
