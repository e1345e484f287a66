package backup

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// A year of evenings: what is kept of it on its last one.
func TestAYearIsThinnedOut(t *testing.T) {
	now := at("2026-12-31 22:00:00")
	var all []Name
	for n := range 365 {
		evening := now.AddDate(0, 0, -n)
		all = append(all, Name{evening.Add(-time.Hour), Daily, 1000 - n, true}, Name{evening, Exit, 1000 - n, true})
	}
	all = append(all, Name{at("2025-01-01 12:00:00"), Upgrade, 1, true}, Name{at("2025-01-02 12:00:00"), Restore, 1, true})
	kept := Thin(all, now)
	whys := map[Why]int{}
	for _, why := range kept {
		for _, w := range why {
			whys[w]++
		}
	}
	if got := fmt.Sprint(whys[NewestOfDay], whys[NewestOfWeek], whys[NewestOfMonth], whys[Always], whys[Young]); got != "14 8 12 2 0" {
		t.Errorf("kept are %s: days, weeks, months, always, young", got)
	}
	if why := kept[all[1].String()]; !slices.Equal(why, []Why{NewestOfDay, NewestOfWeek, NewestOfMonth}) {
		t.Errorf("the newest is kept as %v", why)
	}
	if len(kept[all[0].String()]) > 0 {
		t.Error("of one day two are kept")
	}
}

// Whatever copies there are: none that never rotates away goes, none that was
// made before something goes early, the newest stays, thinning again changes
// nothing, and who has fewer days, weeks and months than the rule loses none.
func TestThinning(t *testing.T) {
	now := at("2026-11-22 18:40:12")
	rapid.Check(t, func(t *rapid.T) {
		all := namesBefore(t, now)
		kept := Thin(all, now)
		var left []Name
		newest := slices.MinFunc(all, newestFirst)
		seen := map[string]bool{}
		for _, n := range all {
			why := kept[n.String()]
			if len(why) > 0 {
				left = append(left, n)
			}
			before := n.Kind != Daily && n.Kind != Exit
			switch {
			case len(why) > 0:
			case n.Kind == Upgrade || n.Kind == Restore:
				t.Fatalf("%s rotates away", n)
			case before && now.Sub(n.Made) < 14*24*time.Hour:
				t.Fatalf("%s goes early", n)
			case n == newest:
				t.Fatal("the newest goes")
			}
			seen[day(n.Made)] = true
		}
		if again := Thin(left, now); len(again) != len(left) {
			t.Fatalf("thinned again %d become %d", len(left), len(again))
		}
		if len(seen) <= days {
			for on := range seen {
				if !slices.ContainsFunc(left, func(n Name) bool { return day(n.Made) == on }) {
					t.Fatalf("nothing is left of %s", on)
				}
			}
		}
		if most := days + weeks + months; len(left) > most+special(left, now) {
			t.Fatalf("%d are kept", len(left))
		}
	})
}

// special are those that are kept whatever the periods say.
func special(left []Name, now time.Time) int {
	count := 0
	for _, n := range left {
		if n.Kind != Daily && n.Kind != Exit || n.Made.After(now) {
			count++
		}
	}
	return count
}

func namesBefore(t *rapid.T, now time.Time) []Name {
	seen := map[time.Time]bool{}
	var all []Name
	for range rapid.IntRange(1, 120).Draw(t, "copies") {
		ago := 86400*rapid.IntRange(-5, 900).Draw(t, "days ago") + rapid.IntRange(0, 86399).Draw(t, "seconds")
		made := now.Add(-time.Duration(ago) * time.Second)
		if !seen[made] {
			seen[made] = true
			all = append(all, Name{made, rapid.SampledFrom(Kinds).Draw(t, "kind"), 1, false})
		}
	}
	return all
}

// A clock that was wrong for a day makes no copy go.
func TestACopyFromADayToComeTakesNobodysPlace(t *testing.T) {
	now := at("2026-11-22 18:40:12")
	var all []Name
	for n := range 14 {
		all = append(all, Name{now.AddDate(0, 0, -n), Daily, 1, false}, Name{now.AddDate(30, 0, n), Daily, 1, false})
	}
	if kept := Thin(all, now); len(kept) != len(all) {
		t.Errorf("%d of %d are kept", len(kept), len(all))
	}
}
