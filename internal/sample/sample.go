// Package sample is a family to look around with: two children, an IEP and a
// 504 plan, a year of log on a real school calendar, with the gaps that real
// logs have. It is data in the portable format and nothing in the program
// knows it; its day is frozen, so that its pictures and numbers stay.
package sample

import (
	_ "embed"

	"midweek/internal/core/day"
)

//go:embed family.json
var family []byte

// File is the family's record as a service-hours file.
func File() []byte { return family }

// Today is the family's frozen day.
func Today() day.Day { return day.Of(2025, 3, 20) }

// Author is the name beside what is written while looking around.
const Author = "Sample family"
