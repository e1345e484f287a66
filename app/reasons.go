package app

import (
	"midweek/internal/core/say"
	"midweek/internal/core/tally"
)

// reasons are those a person can give with one click, the commonest first.
func reasons() []Choice {
	choices := []Choice{}
	for _, r := range tally.Reasons() {
		choices = append(choices, Choice{string(r.Reason), say.Capital(words.Reason(r.Reason))})
	}
	return choices
}
