package open

import (
	"encoding/json"
	"errors"
	"maps"
	"time"

	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
)

// The settings of the record that tell of its copies.
const (
	stateKey    = "copies.state"
	secondKey   = "copies.second"   // the second folder
	outsideKey  = "copies.outside"  // when a copy last came there
	drillKey    = "copies.drill"    // the last drill
	restoredKey = "copies.restored" // the copy made before the latest restore
)

// A copyState is what the program remembers of the copies that it made.
type copyState struct {
	Last    string                 `json:"last,omitempty"`  // the newest
	Heads   string                 `json:"heads,omitempty"` // of the record when it was made
	Failed  *noted                 `json:"failed,omitempty"`
	Second  *noted                 `json:"second,omitempty"` // a failure of the second folder
	Checked map[string]lookedAgain `json:"checked,omitempty"`
}

// A noted failure is shown until a copy succeeds.
type noted struct {
	At   time.Time    `json:"at"`
	Kind CopyKind     `json:"kind,omitempty"`
	Why  refusal.Code `json:"why"`
	Args refusal.Args `json:"args,omitempty"`
}

// lookedAgain is what a look at a copy found.
type lookedAgain struct {
	At  time.Time    `json:"at"`
	Bad refusal.Code `json:"bad,omitempty"`
}

// CopyTrouble is why the latest copy could not be made, here or in the second
// folder; nil once one could. It waits for no copy that is being made.
func (r *Room) CopyTrouble() *refusal.Refusal {
	if r.Sample {
		return nil
	}
	switch s := r.state(); {
	case s.Failed != nil:
		return s.Failed.refusal()
	case s.Second != nil:
		return s.Second.refusal()
	}
	return nil
}

func (n *noted) refusal() *refusal.Refusal { return &refusal.Refusal{Code: n.Why, Args: n.Args} }

func (r *Room) note(kind CopyKind, err error) *noted {
	why := refusal.From(err)
	if why == nil {
		why = refusal.New(refusal.CopyFailed)
	}
	return &noted{r.now(), kind, why.Code, why.Args}
}

// state is what is remembered now: a copy of it.
func (r *Room) state() copyState {
	r.noting.Lock()
	defer r.noting.Unlock()
	s := *r.recalled()
	s.Checked = maps.Clone(s.Checked)
	return s
}

// recalled is read once; memory has what could not be kept.
func (r *Room) recalled() *copyState {
	if r.remembered == nil {
		r.remembered = &copyState{}
		_ = r.recall(stateKey, r.remembered) // one that cannot be read is none
		if r.remembered.Checked == nil {
			r.remembered.Checked = map[string]lookedAgain{}
		}
	}
	return r.remembered
}

// remembers changes what is remembered, and keeps it. Where it cannot be kept, as
// on a full disk, it is in memory until the program ends.
func (r *Room) remembers(change func(*copyState)) {
	r.noting.Lock()
	defer r.noting.Unlock()
	change(r.recalled())
	_ = r.remember(stateKey, r.remembered)
}

func (r *Room) copyFailed(kind CopyKind, err error) {
	r.remembers(func(s *copyState) { s.Failed = r.note(kind, err) })
}

func (r *Room) copyMade(made backup.Found, heads string) {
	r.remembers(func(s *copyState) {
		s.Last, s.Heads, s.Failed = made.String(), heads, nil
		s.Checked[made.String()] = lookedAgain{At: r.now()}
	})
}

// looked keeps what a look at a copy found.
func (r *Room) looked(name string, err error) {
	found := lookedAgain{At: r.now()}
	switch why := refusal.From(err); {
	case why != nil && why.Code == refusal.CopyDamaged:
		found.Bad = why.Code
	case err != nil:
		return // the disk or the key is in the way, not the copy
	}
	r.remembers(func(s *copyState) {
		s.Checked[name] = found
		if found.Bad != "" && s.Last == name {
			s.Heads = "" // so that a new one is made
		}
	})
}

// removed forgets what was known of copies that are gone.
func (r *Room) removed(names []string) {
	if len(names) == 0 {
		return
	}
	r.remembers(func(s *copyState) {
		for _, name := range names {
			delete(s.Checked, name)
		}
	})
}

// marked says of copies what the last look at them found.
func (r *Room) marked(list []Copy) {
	known := r.state().Checked
	for i := range list {
		found, looked := known[list[i].Name]
		switch {
		case looked && found.Bad == "":
			list[i].Checked = found.At
		case looked:
			list[i].Err = refusal.New(found.Bad)
		}
	}
}

// remember keeps a value in a setting of the record.
func (r *Room) remember(key string, value any) error {
	if r.ReadOnly() {
		return nil
	}
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return r.SetSetting(key, string(text))
}

// errNoSetting is a setting that was never kept.
var errNoSetting = errors.New("it was never kept")

func (r *Room) recall(key string, into any) error {
	text, err := r.Setting(key)
	if err == nil && text == "" {
		err = errNoSetting
	}
	if err != nil {
		return err
	}
	return json.Unmarshal([]byte(text), into)
}
