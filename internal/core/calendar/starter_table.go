package calendar

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"midweek/internal/core/day"
)

// The tables are made by tools/starter_days.mjs. The states' holidays are facts
// derived from date-holidays, under CC BY-SA 3.0 (docs/licences.md).
var (
	//go:embed starter_states.json
	statesFile []byte
	//go:embed starter_religious.json
	religiousFile []byte

	// Read when they are first asked for, not at every start.
	states    = sync.OnceValue(readStates)
	religious = sync.OnceValue(readReligious)
)

type stateTable struct {
	First    int                 `json:"first"` // civil years
	Last     int                 `json:"last"`
	NotKept  map[string][]string `json:"not_kept"` // federal holiday → states that do not keep it
	Holidays []struct {
		Name   string   `json:"name"`
		States []string `json:"states"`
		Days   []string `json:"days"` // "A", or "A for B": B is the holiday's own day
	} `json:"holidays"`
}

type religiousTable struct {
	Days map[string][]string `json:"days"`
}

// readStates takes a table that is part of the program; a fault in it is the
// program's own.
func readStates() (t stateTable) {
	if err := json.Unmarshal(statesFile, &t); err != nil {
		panic("starter_states.json: " + err.Error())
	}
	return t
}

func readReligious() (t religiousTable) {
	if err := json.Unmarshal(religiousFile, &t); err != nil {
		panic("starter_religious.json: " + err.Error())
	}
	return t
}

// StarterSpan are the days for which the states' holidays and the religious
// days are known. Federal holidays and habits reach further.
func StarterSpan() day.Span {
	t := states()
	return day.Span{First: day.Of(t.First, 1, 1), Last: day.Of(t.Last, 12, 31)}
}

func stateDays(state string) []Suggestion {
	var list []Suggestion
	for _, h := range states().Holidays {
		if !slices.Contains(h.States, state) {
			continue
		}
		for _, text := range h.Days {
			off, own, moved := strings.Cut(text, " for ")
			s := oneDay(day.MustParse(off), "", WhyState, Sometimes)
			s.Name = h.Name
			if moved {
				s.Own = day.MustParse(own)
			}
			list = append(list, s)
		}
	}
	return list
}

var (
	// lasting is how many days of a feast some schools close, where it is not one.
	lasting = map[string]day.Day{"rosh_hashanah": 2, "passover": 2}
	// shifting are the days that hang on who sees the moon, or from where it is
	// reckoned. The Jewish calendar goes by rule.
	shifting = []string{"eid_al_fitr", "eid_al_adha", "lunar_new_year"}
)

func religiousDays() []Suggestion {
	var list []Suggestion
	for code, days := range religious().Days {
		for _, text := range days {
			s := oneDay(day.MustParse(text), code, WhyReligious, Sometimes)
			s.Last += max(lasting[code], 1) - 1
			s.MayShift = slices.Contains(shifting, code)
			list = append(list, s)
		}
	}
	return list
}
