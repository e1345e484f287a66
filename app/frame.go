package app

// A Frame is what stands around every screen and can change with every act:
// each view carries it, so that one answer redraws the whole window.
type Frame struct {
	Today    Day      `json:"today"`
	Sample   bool     `json:"sample"`   // the sample family: its day is frozen
	Child    string   `json:"child"`    // the child looked at; empty for all
	Children []Choice `json:"children"` // the switcher is shown when there are two
	Undo     string   `json:"undo"`     // what Undo would take back; empty when nothing
	Redo     string   `json:"redo"`
	Did      string   `json:"did"`   // what this answer did, for the toast; empty when it only looked
	Saved    string   `json:"saved"` // when it was written, such as 2:14 pm; empty when it only looked
	Notices  []Notice `json:"notices"`
	Seconds  int      `json:"seconds"` // how long the toast stays
	Locked   bool     `json:"locked"`  // the record can be locked now
	Reading  bool     `json:"reading"` // nothing can be changed
	Hidden   bool     `json:"hidden"`  // names are first letters
	Begin    string   `json:"begin"`   // the first steps are open, and how far: c1/services; empty when not
}

// A Day is a civil day, or none: both texts are empty then.
type Day struct {
	ISO  string `json:"iso"`  // 2025-03-11
	Text string `json:"text"` // Tue Mar 11, 2025
}

// A Choice is something to choose, with its words.
type Choice struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// A Notice is something about the record as a whole that a person should
// know: entries in conflict, entries set aside, a clock that went back.
type Notice struct {
	Code string   `json:"code"`
	Text string   `json:"text"`
	Rows []string `json:"rows"` // one line for each entry it is about
}
