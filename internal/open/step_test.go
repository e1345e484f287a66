package open

// SetStep puts something in the place of every step of a move, and gives back
// what puts it right again.
func SetStep(do func(what string, do func() error) error) (reset func()) {
	before := step
	step = do
	return func() { step = before }
}
