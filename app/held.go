package app

import (
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
)

// about is a day on which something is written down: about Tue Mar 11, 2025,
// where the row says that the day may be off.
func about(on day.Day, row *iep.Session) string {
	return maybeAbout(on, row != nil && row.Approximate)
}

// maybeAbout is a day, or one that may be off by some.
func maybeAbout(on day.Day, approximate bool) string {
	if approximate {
		return words.Put("day.about", "day", words.Day(on))
	}
	return words.Day(on)
}

func aboutDay(on day.Day, row *iep.Session) Day {
	d := dayOf(on)
	if on != day.None {
		d.Text = about(on, row)
	}
	return d
}

// mayBeOff says it where the day itself stands elsewhere, as in a calendar.
func mayBeOff(row *iep.Session) string {
	if row == nil || !row.Approximate {
		return ""
	}
	return ", " + words.Put("day.may_be_off")
}

// missedOn is the day of what is to make up or to ask about.
func missedOn(o *ledger.Obligation) string {
	if o.Slot != nil {
		return about(o.Date, o.Slot.Session)
	}
	return words.Day(o.Date)
}

// held says from when to when a session was held, and in what group where the
// plan says a smaller one: 10:10 am to 10:28 am; in a group of 3, the plan says
// one to one.
func held(service *iep.Service, row *iep.Session) string {
	var parts []string
	began, ended := words.Clock(row.Began), words.Clock(row.Ended)
	switch {
	case began != "" && ended != "":
		parts = append(parts, words.Put("held.span", "began", began, "ended", ended))
	case began != "":
		parts = append(parts, words.Put("held.began", "began", began))
	case ended != "":
		parts = append(parts, words.Put("held.ended", "ended", ended))
	}
	if planned, given, larger := service.LargerGroup(row); larger {
		parts = append(parts, words.Put("held.group", "given", sizeWords(given), "planned", sizeWords(planned)))
	}
	return strings.Join(parts, "; ")
}

// sizeWords are a size: one to one, a group of 3, a group.
func sizeWords(size int) string {
	switch size {
	case 0:
		return words.Put("group.some")
	case 1:
		return words.Put("group.one")
	}
	return words.Put("group.of", "n", words.Number(size))
}

// manners are how a session of a service can have been given: as the plan says,
// in another way, or in one that came with a file. None where the plan does not
// say and the row neither.
func manners(service *iep.Service, own string) []Choice {
	list := []Choice{}
	planned := ""
	switch {
	case service.Mode == iep.Individual:
		planned = sizeWords(1)
	case service.Mode == iep.Group && service.GroupSize != nil:
		planned = sizeWords(*service.GroupSize)
	case service.Mode == iep.Group:
		planned = sizeWords(0)
	case own == "":
		return list
	}
	if planned == "" {
		list = append(list, Choice{"", words.Put("manner.not_said")})
	} else {
		list = append(list, Choice{"", words.Put("manner.plan", "planned", planned)})
	}
	for _, mode := range []string{iep.Individual, iep.Group} {
		if asPlanned := mode == iep.Individual && mode == service.Mode; !asPlanned || mode == own {
			list = append(list, Choice{mode, words.Put("manner." + mode)})
		}
	}
	if own != "" && own != iep.Individual && own != iep.Group {
		list = append(list, Choice{own, own})
	}
	return list
}

// knownHow says how a row is known.
func knownHow(row *iep.Session) string {
	switch code := "known." + row.KnownBy; {
	case row.KnownBy == "":
		return ""
	case words.Has(code):
		return words.Put(code)
	}
	return row.KnownBy
}

// An OwedGroup is what was given in a larger group than the plan says, with its
// entries. It is in no other sum.
type OwedGroup struct {
	Text string  `json:"text"` // 120 minutes were given in a group of 3 where the plan says one to one
	Rows []Dated `json:"rows"`
}

func inGroups(series *ledger.Series) []OwedGroup {
	list := []OwedGroup{}
	for _, g := range series.InGroups() {
		group := OwedGroup{Rows: []Dated{}, Text: words.Put("owed.group",
			"minutes", words.Several("minute", g.Minutes), "given", sizeWords(g.Given), "planned", sizeWords(g.Planned))}
		for _, row := range g.Rows {
			group.Rows = append(group.Rows, Dated{rowKey(row.Slot, row.Session), aboutDay(row.Session.Date, row.Session),
				words.Several("minute", row.Minutes)})
		}
		list = append(list, group)
	}
	return list
}
