package tally

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/ledger"
	"midweek/internal/core/refusal"
)

// A Sheet is the rows of one child in some days, under their code.
type Sheet struct {
	ChildID string
	Code    Code
	Rows    []Row
}

// Of is the sheet of a child in a span, all planned sessions of it: filled in or
// not, past or ahead, on open days and on closed ones. So a snow day after the
// sheet was printed moves no number. What is printed and what is taken back both
// come from here.
func Of(l *ledger.Ledger, childID string, in day.Span) Sheet {
	all := rows(l, childID, in, func(*ledger.Slot) bool { return true })
	return Sheet{childID, codeOf(childID, in, all), all}
}

// Print is a sheet for each of these children that has a session in a span. None
// at all is refused.
func Print(l *ledger.Ledger, children []string, in day.Span) ([]Sheet, error) {
	var list []Sheet
	for _, child := range children {
		if sheet := Of(l, child, in); len(sheet.Rows) > 0 {
			list = append(list, sheet)
		}
	}
	if len(list) == 0 {
		return nil, refusal.New(refusal.NothingPlanned)
	}
	return list, nil
}

// Take finds the sheet with a code among these children. Where no child's rows
// give its letters, a letter is wrong or a plan was changed since: then it is the
// sheet of the child that is meant, or of the only one, and sure is false. Where
// that is not plain it is refused.
func Take(l *ledger.Ledger, children []string, meant string, code Code) (sheet Sheet, sure bool, err error) {
	for _, child := range children {
		if sheet := Of(l, child, code.In); sheet.Code == code {
			return sheet, true, nil
		}
	}
	switch {
	case len(children) == 1:
		meant = children[0]
	case !slices.Contains(children, meant):
		return Sheet{}, false, refusal.New(refusal.SheetOther, "text", code.String())
	}
	return Of(l, meant, code.In), false, nil
}
