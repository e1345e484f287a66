package binder

import (
	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
)

// Written is when a row of the log was written, by its acts.
type Written struct {
	First     day.Day // absent where a file brought the row and does not say
	Brought   day.Day // on which a file brought it; absent for a row written here
	Corrected day.Day // on which what holds was written, where that is not the first act; else absent
	Later     int     // days after its own day; 0 where that is no label, see history.DaysLater
}

// Written tells when a row of the log was written. A row that came with a file
// was written elsewhere: its own word for that counts. Nothing is known before
// the acts are read.
func (b *Book) Written(imports Imports, row *iep.Session) Written {
	var w Written
	if b.Folded == nil {
		return w
	}
	e := b.Folded.Entries[history.Key{Noun: history.Session, ID: row.ID}]
	if e == nil {
		return w
	}
	w.First = history.WrittenOn(e.First.At)
	if imports.Brought(e) {
		w.First, w.Brought = history.WrittenOn(row.EnteredAt), w.First
	}
	if e.Last != e.First {
		w.Corrected = history.WrittenOn(e.Last.At)
	}
	w.Later = history.DaysLater(row.Date, w.First)
	return w
}
