package app

import (
	"midweek/internal/core/history"
	"midweek/internal/core/say"
)

// mostRows is how many entries a notice lists.
const mostRows = 20

// notices are what a person should know of the record as a whole. Before the
// acts are read nothing is known of them.
func (s *sheet) notices() []Notice {
	list := []Notice{}
	if s.room.ReadOnly() {
		list = append(list, Notice{Code: "read_only", Text: words.Put("notice.read_only"), Rows: []string{}})
	}
	add := func(code string, rows []string) {
		if len(rows) > 0 {
			list = append(list, Notice{Code: code, Text: words.Put("notice." + code), Rows: rows[:min(len(rows), mostRows)]})
		}
	}
	if trouble := s.room.CopyTrouble(); trouble != nil {
		add("copy", []string{words.Refusal(trouble)})
	}
	add("papers", s.amissPapers())
	if s.Folded == nil {
		return list
	}
	var conflicts, aside []string
	for _, c := range s.Folded.Conflicts {
		conflicts = append(conflicts, rowText(c.Key))
	}
	for _, a := range s.Folded.Aside {
		aside = append(aside, words.Put("notice.row_why", "noun", string(a.Noun), "id", say.Plain(a.ID), "why", words.Refusal(a.Refusal)))
	}
	add("conflict", conflicts)
	add("late", s.clocks())
	add("aside", aside)
	return list
}

// clocks are the entries written while the clock was behind an earlier one's.
func (s *sheet) clocks() []string {
	late := map[history.Hash]bool{}
	for _, hash := range s.Folded.Late {
		late[hash] = true
	}
	var rows []string
	for _, e := range s.Folded.InOrder() {
		if len(late) > 0 && late[e.Last.Hash()] {
			rows = append(rows, rowText(e.Key))
		}
	}
	return rows
}

func rowText(k history.Key) string {
	return words.Put("notice.row", "noun", string(k.Noun), "id", say.Plain(k.ID))
}
