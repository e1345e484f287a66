package iep

// Alarm is when a family wants to hear early that minutes are being lost. A
// number that is absent takes the program's; 0 turns that one off.
type Alarm struct {
	InARow  *int    `json:"in_a_row,omitzero"`     // sessions not given one after the other; 0 to 50
	Share   *int    `json:"share,omitzero"`        // percent of the minutes planned in Weeks; 0 to 100
	Weeks   *int    `json:"weeks,omitzero"`        // 1 to 52
	Vacancy *int    `json:"vacancy_days,omitzero"` // school days without a therapist; 0 to 200
	Fit     *int    `json:"fit_days,omitzero"`     // school days left to begin making up; 0 to 200
	Unknown Unknown `json:",embed"`
}
