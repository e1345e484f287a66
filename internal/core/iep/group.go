package iep

// How a service is given, as the plan says and as a row of the log does. A word
// beside these is kept.
const (
	Individual = "individual"
	Group      = "group"
	Consult    = "consult" // without the child: counted apart, as a service of its own
)

// LargerGroup says whether a row was given in a larger group than the plan
// says, and how many children both are: 1 for one to one, 0 for a group of
// which the row does not say how large it was. A plan that says group and not
// how large has no larger one.
func (s *Service) LargerGroup(row *Session) (planned, given int, larger bool) {
	switch {
	case s.Mode == Individual:
		planned = 1
	case s.Mode == Group && s.GroupSize != nil:
		planned = *s.GroupSize
	default:
		return 0, 0, false
	}
	if row.GroupSize != nil {
		return planned, *row.GroupSize, *row.GroupSize > planned
	}
	return planned, 0, planned == 1 && row.Mode == Group
}
