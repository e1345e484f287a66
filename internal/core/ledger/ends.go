package ledger

// Ends are a reading as if every session not filled in had been given, and as
// if it had been missed: see Range. Where all is filled in both are its Tally.
func (r *Read) Ends() (given, missed Tally) {
	of := r.Series.Range()
	return of.AllGiven.Tally(), of.AllMissed.Tally()
}

// Tally are all missed minutes of the series by their answers.
func (s *Series) Tally() Tally {
	var sum Tally
	for _, t := range s.tallies() {
		sum.plus(t)
	}
	return sum
}
