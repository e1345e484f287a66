package schedule

import (
	"strconv"
	"strings"

	"midweek/internal/core/day"
)

// A Phrase is a code with its arguments, for package say. Arguments are plain:
// days are ISO, times HH:MM, weekdays TU,TH, numbers 1,3.
type Phrase struct {
	Code string
	Args map[string]string
}

// phrase is a code with the names and values of its arguments.
func phrase(code string, pairs ...string) Phrase {
	p := Phrase{Code: code}
	for i := 0; i+1 < len(pairs); i += 2 {
		if p.Args == nil {
			p.Args = map[string]string{}
		}
		p.Args[pairs[i]] = pairs[i+1]
	}
	return p
}

// several is one code for 1 and another for every other number.
func several(code string, n int, pairs ...string) Phrase {
	if n == 1 {
		code += "_one"
	}
	return phrase(code, append(pairs, "count", strconv.Itoa(n))...)
}

func joined(numbers []int) string {
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, ",")
}

// monthsOf lists the months of a set, 1 to 12.
func monthsOf(set uint16) []int {
	var months []int
	for m := 1; m <= 12; m++ {
		if set>>m&1 == 1 {
			months = append(months, m)
		}
	}
	return months
}

// place is a weekday's place in a month, as a rule writes it: 2TU.
func (on nthWeekday) place() string { return strconv.Itoa(on.n) + on.weekday.String() }

// dayOfYear is a month and a day of it: 3-15.
func dayOfYear(d day.Day) string {
	_, m, n := d.Civil()
	return strconv.Itoa(m) + "-" + strconv.Itoa(n)
}
