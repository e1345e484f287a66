package history_test

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"midweek/internal/core/history"
	"midweek/internal/core/iep"
)

// kept is an act as the golden files have it: body and salt as they are
// hashed, and the hash that it must have.
type kept struct {
	Record, Device, Author, At string
	N                          int
	Prev, Commit, Hash         history.Hash
	Priors, Seen               []history.Hash
	Salt, Body                 *string
}

// golden reads acts that an earlier program wrote. These files never change.
func golden(t *testing.T, name string) []history.Act {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var list []kept
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	var acts []history.Act
	for _, k := range list {
		a := history.Act{
			Record: k.Record, Device: k.Device, N: k.N, Prev: k.Prev, Author: k.Author, At: k.At,
			Priors: k.Priors, Seen: k.Seen, Commit: k.Commit, Stated: k.Hash,
		}
		if k.Salt != nil {
			if a.Salt, err = hex.DecodeString(*k.Salt); err != nil {
				t.Fatal(err)
			}
			a.Body = []byte(*k.Body)
		}
		acts = append(acts, a)
	}
	return acts
}

// Acts of version 1 keep their hashes, whatever becomes of the program; these
// were hashed by another one.
func TestActsOfVersion1AreReadForEver(t *testing.T) {
	acts := golden(t, "acts-v1.json")
	if len(acts) != 7 {
		t.Fatalf("%d acts", len(acts))
	}
	for i := range acts {
		if got := acts[i].Hash(); got != acts[i].Stated {
			t.Errorf("act %d of %s has the hash %s, not %s", acts[i].N, acts[i].Device, got, acts[i].Stated)
		}
	}
	h := history.New("family")
	if err := h.Load(acts); err != nil {
		t.Fatal(err)
	}
	f := h.Fold(read)
	if len(f.Record.Sessions) != 1 || f.Record.Sessions[0].Status != iep.Unsure || len(f.Aside)+len(f.Conflicts) != 0 {
		t.Errorf("%+v, aside %v, conflicts %v", f.Record.Sessions, f.Aside, f.Conflicts)
	}
	if f.Record.Children[0].Name != "Zoë <\"M\"> & \u2028" {
		t.Errorf("the name is %q", f.Record.Children[0].Name)
	}
}

// What is written today has the bytes and the hash that it had when version 1
// was made.
func TestWritingIsAsItWas(t *testing.T) {
	h := newHome(t, "laptop", "Mom")
	c := add(history.Child, "mia", small{})
	c.Value = []byte(`{ "name": "Zoë <M> & \"J\"" }`)
	names := h.does(c)
	a, _ := h.Act(names[0])
	const body = `{"v":1,"deed":"60r30c1g656pyv31","kind":"add","noun":"child","id":"mia","children":["mia"],"value":{"name":"Zoë <M> & \"J\""}}`
	if string(a.Body) != body {
		t.Errorf("the body is\n%s\nwant\n%s", a.Body, body)
	}
}
