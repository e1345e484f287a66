package backup

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Kind is why a copy was made.
type Kind string

// The kinds. An upgrade's and a restore's copy never rotate away.
const (
	Daily   Kind = "daily"   // on a day on which something changed
	Asked   Kind = "asked"   // a person asked for it
	Exit    Kind = "exit"    // the record was closed
	Import  Kind = "import"  // before a file came in
	Removal Kind = "removal" // before something was removed for good
	Move    Kind = "move"    // before the record was locked or unlocked for good
	Upgrade Kind = "upgrade" // before a newer program changed its shape
	Restore Kind = "restore" // before a copy was brought back
)

// Kinds are all of them.
var Kinds = []Kind{Daily, Asked, Exit, Import, Removal, Move, Upgrade, Restore}

// A Name is what the name of a copy's file says.
type Name struct {
	Made   time.Time // by the clock on the wall, to the second
	Kind   Kind
	Acts   int
	Locked bool // it is a vault; else a plain file
}

// The parts of a name, as in midweek-20261122T184012-daily-1234.vault.
const (
	first       = "midweek"
	stamp       = "20060102T150405"
	plainEnding = ".db"
	vaultEnding = ".vault"
)

// String is the file's name.
func (n Name) String() string {
	return fmt.Sprintf("%s-%s-%s-%d%s", first, n.stamp(), n.Kind, n.Acts, ending(n.Locked))
}

func (n Name) stamp() string { return n.Made.Format(stamp) }

func ending(locked bool) string {
	if locked {
		return vaultEnding
	}
	return plainEnding
}

// Parse reads the name of a file, strictly: what String would write otherwise is
// a stranger's.
func Parse(file string) (Name, bool) {
	text, locked := strings.CutSuffix(file, vaultEnding)
	if !locked {
		text = strings.TrimSuffix(file, plainEnding)
	}
	parts := strings.Split(text, "-")
	if len(parts) != 4 {
		return Name{}, false
	}
	made, err := time.ParseInLocation(stamp, parts[1], time.Local)
	if err != nil {
		return Name{}, false
	}
	acts, err := strconv.Atoi(parts[3])
	if err != nil || acts < 0 {
		return Name{}, false
	}
	n := Name{Made: made, Kind: Kind(parts[2]), Acts: acts, Locked: locked}
	return n, n.Kind.known() && n.String() == file
}

func (k Kind) known() bool {
	for _, other := range Kinds {
		if k == other {
			return true
		}
	}
	return false
}
