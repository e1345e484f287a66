package history

import "strconv"

// A Fault is what is wrong with an act that was changed, or cut off.
type Fault string

// The faults.
const (
	BadForm      Fault = "bad_form"       // a field of the outside is not as it must be
	OtherRecord  Fault = "other_record"   // it belongs to another record
	WrongHash    Fault = "wrong_hash"     // it is not the act that its hash names
	WrongCommit  Fault = "wrong_commit"   // the body or its salt is not what was committed to
	BadBody      Fault = "bad_body"       // the body is sound and cannot be read
	BodyMissing  Fault = "body_missing"   // the body is gone, and no act redacts it
	WrongChain   Fault = "wrong_chain"    // it does not follow the act before it
	Gap          Fault = "gap"            // the act of that number is not there
	SeenMissing  Fault = "seen_missing"   // an act that it has seen is not there
	PriorMissing Fault = "prior_missing"  // an act that it replaces is not there
	PriorOfOther Fault = "prior_of_other" // it replaces an act on another noun
)

// Broken names an act that is not sound, by whom and by number: the first one
// found.
type Broken struct {
	Author string
	Device string
	N      int
	Why    Fault
}

// Error is for logs and tests.
func (b *Broken) Error() string {
	return "act " + strconv.Itoa(b.N) + " by " + strconv.Quote(b.Author) + " on device " + strconv.Quote(b.Device) + " is broken: " + string(b.Why)
}

func (a *Act) broken(why Fault) *Broken { return &Broken{a.Author, a.Device, a.N, why} }
