package app

import (
	"slices"

	"midweek/app/window"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
	"midweek/internal/core/ledger"
)

// Entry shows one row of the log with its whole history, to be corrected; of a
// service's id, what a new make-up may settle.
func (l *Log) Entry(key string) (view *EntryView, err error) {
	defer window.Mend(&err)
	room, err := l.Desk.room()
	if err != nil {
		return nil, err
	}
	if err := room.Load(); err != nil {
		return nil, err
	}
	return look(l.Desk, "", func(s *sheet) (*EntryView, error) { return s.entryView(key) })
}

// Lasted says how long a session was, from when it began to when it ended, as
// typed into a form; empty where one is missing.
func (l *Log) Lasted(began, ended string) (text string, err error) {
	defer window.Mend(&err)
	row := iep.Session{}
	if row.Began, err = parseClock("began", began); err != nil {
		return "", err
	}
	if row.Ended, err = parseClock("ended", ended); err != nil {
		return "", err
	}
	minutes, known := row.Lasted()
	if !known {
		return "", nil
	}
	return words.Put("lasted", "began", words.Clock(row.Began), "ended", words.Clock(row.Ended), "minutes", words.Several("minute", minutes)), nil
}

func (s *sheet) entryView(key string) (*EntryView, error) {
	v := &EntryView{Form: SessionForm{Key: key, Kind: string(iep.Regular), Pays: []string{}}, History: []HistoryAct{}, Open: []Choice{}, Manners: []Choice{}}
	row := s.RowOf(key)
	if slot := s.Slot(key); slot != nil {
		v.slot(slot)
	}
	if row != nil {
		v.row(row)
		w := s.written(row)
		v.Written, v.Late = written(w), later(w)
	}
	if _, service := s.Service(key); service != nil {
		v.Form.Service = key
	}
	if series := s.seriesOf(v.Form.Service); series != nil {
		v.Child, v.Title = s.named(series.ChildID), s.titleOf(series)
		v.Open = payable(series, v.Entry)
		_, service := s.Service(v.Form.Service)
		v.Manners = manners(service, v.Form.Mode)
	}
	id := key
	if row != nil {
		id = row.ID
	}
	return v, v.past(s, id)
}

// past is everything that was written about the row, and whether a change to it
// asks why.
func (v *EntryView) past(s *sheet, id string) error {
	q := HistoryQuery{Noun: string(history.Session), ID: id}
	story, err := s.room.Story(q.key())
	if err != nil {
		return err
	}
	for _, l := range slices.Backward(story.Lines) {
		act, _ := s.historyAct(q, &l, story.Entry)
		v.History = append(v.History, act)
	}
	e := story.Entry
	v.AsksWhy = history.AsksWhy(e, s.room.Now()) || e != nil && s.imported(e)
	return nil
}

func (v *EntryView) slot(slot *ledger.Slot) {
	v.On, v.Minutes = dayOf(slot.Date), slot.Schedule.Minutes
	v.Form.Service, v.Form.On = slot.Version.Service.ID, slot.Date.String()
}

func (v *EntryView) row(row *iep.Session) {
	v.Entry, v.On = row.ID, aboutDay(row.Date, row)
	v.Form.Service, v.Form.On, v.Form.Kind = row.ServiceID, row.Date.String(), string(row.Kind)
	v.Form.Status, v.Form.Minutes, v.Form.Reason = string(row.Status), row.Minutes, string(row.Reason)
	v.Form.Began, v.Form.Ended, v.Form.Mode, v.Form.Size = row.Began.String(), row.Ended.String(), row.Mode, row.GroupSize
	v.Form.Note, v.Form.KnownBy, v.Form.SaidBy, v.Form.Approx = row.Note, row.KnownBy, row.SaidBy, row.Approximate
	lasted, known := row.Lasted()
	v.Form.Keep = known && row.Minutes != nil && *row.Minutes != lasted
	v.Form.Pays = append(v.Form.Pays, row.MakeupFor...)
}

// payable is what a make-up may settle, oldest first: what is open, and what
// the make-up settles as it stands.
func payable(series *ledger.Series, entry string) []Choice {
	list := []Choice{}
	for _, o := range series.Obligations {
		paid := slices.ContainsFunc(o.Paid, func(p ledger.Payment) bool { return entry != "" && p.SessionID == entry })
		if o.Open > 0 || paid {
			list = append(list, Choice{o.ID, words.Put("entry.open", "day", missedOn(o),
				"minutes", words.Several("minute", o.Open), "reason", words.Reason(o.Reason))})
		}
	}
	return list
}
