package coretest

import (
	"fmt"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

var states = []iep.ArrangementState{iep.Proposed, iep.Agreed, iep.Scheduled, iep.Declined, iep.NotUsable, iep.Disputed}

// arrangements are make-ups on their way, with or without a day, some of them
// with a row of the log that came of them. They come last, so that the draws
// before them stay as they were.
func (f *family) arrangements() {
	for n := range pick(f, "arrangements", 0, 1, 2, 4) {
		p := f.planned[f.number(0, len(f.planned)-1, "arranged for")]
		a := iep.Arrangement{
			ID: fmt.Sprintf("m%d", n), ChildID: p.child, SeriesID: p.service.Series(),
			StartTime: pick(f, "start of make-up", day.NoClock, day.At(9, 0)), Minutes: pick(f, "minutes arranged", 30, 15, 60),
		}
		if !f.oneIn(5, "no day set") {
			a.Date = between(f.T, p.service.Start, p.service.End+30, "day of make-up")
		}
		if f.oneIn(3, "pays for something") {
			a.PaysFor = []string{f.obligation(p)}
		}
		for range f.number(1, 3, "steps") {
			a.Steps = append(a.Steps, iep.Step{State: pick(f, "state", states...), On: between(f.T, p.service.Start, p.service.End, "day of step")})
		}
		f.record.Arrangements = append(f.record.Arrangements, a)
		f.cameOf(&a)
	}
}

// cameOf lets a make-up of the log name the arrangement, now and then.
func (f *family) cameOf(a *iep.Arrangement) {
	for i := range f.record.Sessions {
		if s := &f.record.Sessions[i]; s.Kind == iep.Makeup && s.ArrangementID == "" && f.oneIn(4, "came of it") {
			s.ArrangementID = a.ID
			return
		}
	}
}
