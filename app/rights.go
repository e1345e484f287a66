package app

import (
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/iep"
	"midweek/internal/core/say"
)

// holders are who can hold a child's educational rights, beside whoever keeps
// the record. What stands in the record is the word itself, or a name.
var holders = []string{"parent", "guardian", "student"}

// rightsChoices begin with the person who writes the record.
func (s *sheet) rightsChoices() []Choice {
	list := []Choice{}
	if author := s.room.Author(); author != "" {
		list = append(list, Choice{author, words.Put("rights.author", "name", say.Plain(author))})
	}
	return append(list, choices(holders, func(h string) string { return words.Put("rights." + h) })...)
}

// rightsText says who holds the educational rights, as it was written down.
// Nothing is concluded from it.
func (s *sheet) rightsText(c *iep.Child) string {
	if c.RightsHolder == "" {
		return ""
	}
	who := say.Plain(c.RightsHolder)
	if slices.Contains(holders, who) {
		who = words.Put("rights." + who)
	}
	if c.RightsFrom == day.None {
		return words.Put("rights.text", "who", who)
	}
	return words.Put("rights.since", "who", who, "day", words.Day(c.RightsFrom))
}

func childForm(c *iep.Child) ChildForm {
	return ChildForm{
		ID: c.ID, Name: c.Name, State: c.State, Grade: c.Grade, School: c.School, District: c.District,
		Rights: c.RightsHolder, Since: iso(c.RightsFrom),
	}
}
