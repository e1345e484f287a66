package open

import (
	"encoding/json"
	"errors"
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
// folder; nil once one could.
func (r *Room) CopyTrouble() *refusal.Refusal {
	if r.Sample {
		return nil
	}
	r.copying.Lock()
	defer r.copying.Unlock()
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

// state is read once; memory has what could not be kept. Of copying.
func (r *Room) state() *copyState {
	if r.remembered == nil {
		r.remembered = &copyState{}
		_ = r.recall(stateKey, r.remembered) // one that cannot be read is none
		if r.remembered.Checked == nil {
			r.remembered.Checked = map[string]lookedAgain{}
		}
	}
	return r.remembered
}

// keepState keeps what is remembered. Where that fails, as on a full disk, it is
// in memory until the program ends.
func (r *Room) keepState() { _ = r.remember(stateKey, r.state()) }

func (r *Room) copyFailed(kind CopyKind, err error) {
	r.state().Failed = r.note(kind, err)
	r.keepState()
}

func (r *Room) copyMade(made backup.Found, heads string) {
	s := r.state()
	s.Last, s.Heads, s.Failed = made.String(), heads, nil
	s.Checked[made.String()] = lookedAgain{At: r.now()}
	r.keepState()
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
	r.state().Checked[name] = found
	r.keepState()
}

// marked says of copies what the last look at them found.
func (r *Room) marked(list []Copy) {
	for i := range list {
		found, known := r.state().Checked[list[i].Name]
		switch {
		case known && found.Bad == "":
			list[i].Checked = found.At
		case known:
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
