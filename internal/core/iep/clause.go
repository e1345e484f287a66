package iep

// A Clause is what a plan itself says of missed sessions, such as "missed
// sessions are made up before the end of the year or through ESY". What a plan
// says stands above every policy; below the team's decision for a day.
type Clause struct {
	Text    string          `json:"text,omitzero"` // the plan's own words
	Page    Page            `json:"page,omitzero"`
	Owed    map[Reason]Owed `json:"owed,omitzero"`      // reason → yes, no or ask
	Others  Owed            `json:"otherwise,omitzero"` // of the reasons not named; absent: the policy answers
	Unknown Unknown         `json:",embed"`
}

// Answer is the clause's answer to a reason; none where it says nothing.
func (c *Clause) Answer(reason Reason) (Owed, bool) {
	if c == nil {
		return "", false
	}
	if a, ok := c.Owed[reason]; ok {
		return a, true
	}
	return c.Others, c.Others != "" && reason != NotScheduled
}
