package app

import (
	"cmp"
	"slices"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/iep"
)

// Find is the search over everything: what stands in the record, and what the
// window can do.
type Find struct{ Desk *Desk }

// A FindQuery is what a person typed so far.
type FindQuery struct {
	Child string `json:"child"` // looked at now; empty for all. All children are searched
	Text  string `json:"text"`  // empty: what the window can do
}

// A FindView is what was found, group by group.
type FindView struct {
	Query  FindQuery   `json:"query"` // as used
	Groups []FindGroup `json:"groups"`
	Said   string      `json:"said"` // how much was found, for the ear; empty when nothing was asked
}

// A FindGroup are things of one kind, at most groupMost of them.
type FindGroup struct {
	ID    string     `json:"id"`
	Text  string     `json:"text"`
	Items []FindItem `json:"items"`
	More  string     `json:"more"` // how many there are besides; empty for none
}

// A FindItem is one thing to go to, or to do.
type FindItem struct {
	Title []Piece `json:"title"`
	Words []Piece `json:"words"` // the words around the place
	On    string  `json:"on"`    // its day or days, in words
	State string  `json:"state"` // of a session or a day, for its mark; empty for none
	Key   string  `json:"key"`   // that does the same: Ctrl+2
	Does  string  `json:"does"`  // name of what the window does; empty: the item leads somewhere
	To    string  `json:"to"`    // where it leads: an address of the page
	Child string  `json:"child"` // whom to look at there; empty for all
}

// A Piece of a text is what was looked for, or what stands around it.
type Piece struct {
	Text  string `json:"text"`
	Found bool   `json:"found"`
}

// The most that are shown of a group, and how many hits of the index are looked
// at to choose them from.
const (
	groupMost = 6
	hitsMost  = 400
)

// foundGroups are the kinds of things, in the order in which they are shown.
var foundGroups = []string{
	groupGo, groupDo, groupDays, groupChildren, groupServices, groupPlans, groupAnswers, groupClaims, groupCalendar, groupSessions,
	groupDecisions, groupCarryovers, groupNotes, groupPromises, groupContacts, groupRequests, groupMeetings, groupRemovals, groupAttachments,
	groupArrangements,
}

const (
	groupGo          = "go"
	groupDo          = "do"
	groupDays        = "days"
	groupChildren    = "children"
	groupServices    = "services"
	groupPlans       = "plans"
	groupAnswers     = "answers"
	groupClaims      = "claims"
	groupCalendar    = "calendar"
	groupSessions    = "sessions"
	groupDecisions   = "decisions"
	groupCarryovers  = "carryovers"
	groupNotes       = "notes"
	groupPromises    = "promises"
	groupContacts    = "contacts"
	groupRequests    = "requests"
	groupMeetings    = "meetings"
	groupRemovals    = "removals"
	groupAttachments = "attachments"

	groupArrangements = "arrangements"
)

// View looks for a text.
func (f *Find) View(q FindQuery) (*FindView, error) {
	return look(f.Desk, q.Child, func(s *sheet) (*FindView, error) { return typed(q).draw(s) })
}

func (q FindQuery) draw(s *sheet) (*FindView, error) {
	q.Child = s.child
	f := &search{sheet: s, text: q.Text, wanted: wantedIn(q.Text), nouns: nouns}
	found := map[string][]finding{}
	f.actions(found)
	if len(f.wanted) > 0 {
		if err := f.entries(found); err != nil {
			return nil, err
		}
	}
	v := &FindView{Query: q, Groups: []FindGroup{}}
	count := 0
	for _, id := range foundGroups {
		if list := found[id]; len(list) > 0 {
			v.Groups = append(v.Groups, group(id, list))
			count += len(list)
		}
	}
	switch {
	case len(f.wanted) == 0:
	case count == 0:
		v.Said = words.Put("find.nothing")
	default:
		v.Said = words.Several("found", count)
	}
	return v, nil
}

// A search is a sheet with what is looked for.
type search struct {
	*sheet
	text   string
	wanted wanted
	nouns  map[history.Noun]noun
	rows   map[string]*iep.Session // of the log, those that the index named
}

// A finding is one thing that was found, told in full only if it is shown.
type finding struct {
	on    day.Day // the newest comes first
	about string  // words by which a person may mean it that do not stand in it: a name, a service
	tell  func() FindItem
}

// group is the newest of a kind. What has no day stays in its order.
func group(id string, list []finding) FindGroup {
	slices.SortStableFunc(list, func(a, b finding) int { return cmp.Compare(b.on, a.on) })
	g := FindGroup{ID: id, Text: words.Put("find.group." + id), Items: []FindItem{}}
	most := groupMost
	if id == groupGo || id == groupDo { // they are few, and each is another
		most = len(list)
	}
	for _, f := range list[:min(len(list), most)] {
		item := f.tell()
		if item.Words == nil {
			item.Words = []Piece{}
		}
		g.Items = append(g.Items, item)
	}
	if rest := len(list) - most; rest > 0 {
		g.More = words.Put("find.more", "n", words.Number(rest))
	}
	return g
}
