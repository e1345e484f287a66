package tally

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"midweek/internal/core/day"
	"midweek/internal/core/refusal"
)

// A Code names a printed sheet: the days it is for, and three letters that come
// of its child and of all its rows. A letter typed wrong, and a plan that was
// changed since, show themselves; and the name of the child need not be there.
type Code struct {
	In    day.Span
	Check string
}

// MostDays is the longest sheet: a month of 31 days.
const MostDays = 31

// letters of the check. Without vowels they make no words, and none of them
// looks like a digit.
const letters = "CFHJKLMNPRTVWX"

func codeOf(childID string, in day.Span, rows []Row) Code {
	sum := fnv.New32a()
	fmt.Fprintf(sum, "%q %s %s", childID, in.First, in.Last)
	for _, r := range rows {
		fmt.Fprintf(sum, "\n%d %q %s %q", r.Number, r.Slot.Version.Service.ID, r.Slot.Date, r.Slot.Schedule.ID)
	}
	check, left := "", sum.Sum32()
	for range 3 {
		check += string(letters[left%uint32(len(letters))])
		left /= uint32(len(letters))
	}
	return Code{in, check}
}

// String is the code as it is printed: 250317-14-KXR is the sheet of 14 days
// from March 17, 2025.
func (c Code) String() string {
	y, m, d := c.In.First.Civil()
	return fmt.Sprintf("%02d%02d%02d-%d-%s", y%100, m, d, c.In.Days(), c.Check)
}

// ParseCode reads a code as it is printed, in small letters or capitals, with
// its dashes or with blanks. Anything else is refused.
func ParseCode(text string) (Code, error) {
	no := refusal.New(refusal.SheetCode, "text", text)
	parts := strings.FieldsFunc(strings.ToUpper(text), func(r rune) bool { return strings.ContainsRune(" \u00a0\t-–_.", r) })
	if len(parts) != 3 || len(parts[0]) != 6 || len(parts[2]) != 3 || strings.Trim(parts[2], letters) != "" {
		return Code{}, no
	}
	first, err := day.Parse("20" + parts[0][:2] + "-" + parts[0][2:4] + "-" + parts[0][4:])
	if err != nil {
		return Code{}, no
	}
	days, err := strconv.Atoi(parts[1])
	if err != nil || days < 1 || days > MostDays {
		return Code{}, no
	}
	return Code{day.Span{First: first, Last: first + day.Day(days-1)}, parts[2]}, nil
}
