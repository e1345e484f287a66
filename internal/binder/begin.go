package binder

import (
	"midweek/internal/core/calendar"
	"midweek/internal/core/iep"
)

// SaveSchool adds or corrects a child and, where one is given, a school year,
// as one deed: the first step of a record asks for both.
func (b *Binder) SaveSchool(child iep.Child, year *calendar.SchoolYear, because string) error {
	book, err := b.begin()
	if err != nil {
		return err
	}
	defer b.mu.Unlock()
	change, err := b.childChange(book, child, because)
	if err != nil {
		return err
	}
	changes := []Change{change}
	if year != nil {
		more, err := b.yearChanges(book, *year, because)
		if err != nil {
			return err
		}
		changes = append(changes, more...)
	}
	return b.do(changes...)
}
