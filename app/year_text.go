package app

// A PastedView is what was read in pasted text.
type PastedView struct {
	Rows   []PastedRow  `json:"rows"`
	Unread []UnreadLine `json:"unread"`
}

// A PastedRow is one reading of a line.
type PastedRow struct {
	ID      string `json:"id"`
	On      string `json:"on"` // Wed Nov 25, 2026 to Fri Nov 27, 2026
	Name    string `json:"name"`
	Kind    string `json:"kind"`  // closed, short, extra, noted, none
	From    string `json:"from"`  // of a short day: it opens, HH:MM
	Until   string `json:"until"` // of a short day: it ends
	Because string `json:"because"`
	Already string `json:"already"` // closed already: …
}

// An UnreadLine is a line in which no day was found.
type UnreadLine struct {
	Line int    `json:"line"`
	Text string `json:"text"`
}

func emptyPasted() PastedView { return PastedView{Rows: []PastedRow{}, Unread: []UnreadLine{}} }
