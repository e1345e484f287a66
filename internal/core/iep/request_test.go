package iep_test

import (
	"testing"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
)

func TestTheDayOnWhichARequestWasMade(t *testing.T) {
	sent, arrived := day.MustParse("2026-09-08"), day.MustParse("2026-09-09")
	for _, c := range []struct {
		request iep.Request
		want    day.Day
	}{
		{iep.Request{SentOn: sent, ReceivedOn: arrived}, sent},
		{iep.Request{ReceivedOn: arrived}, arrived},
		{iep.Request{}, day.None},
	} {
		if got := c.request.Made(); got != c.want {
			t.Errorf("%+v was made on %s, want %s", c.request, got, c.want)
		}
	}
}
