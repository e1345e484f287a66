package exchange

import (
	"bytes"
	"errors"
	"slices"
	"strconv"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// actsEnd is the last line: how many acts there are, and every chain with its
// authors in the order they first wrote. It tells a file that was cut, and
// whose act a damaged line held.
type actsEnd struct {
	Acts   int     `json:"acts"`
	Chains []chain `json:"chains"`
}

// A chain is what one device wrote.
type chain struct {
	Device  string   `json:"device"`
	Authors []string `json:"authors"`
	Acts    int      `json:"acts"`
	Heads   []head   `json:"heads"`
}

// A head is an act of a chain that no other follows. There is one, or several
// where two copies of the device went on side by side.
type head struct {
	N      int          `json:"n"`
	Author string       `json:"author"`
	Hash   history.Hash `json:"hash"`
}

// endOf is the closing line of acts, in their order.
func endOf(acts []*history.Act) actsEnd {
	end := actsEnd{Acts: len(acts)}
	followed := map[history.Hash]bool{}
	for _, a := range acts {
		followed[a.Prev] = true
	}
	for _, a := range acts {
		i := slices.IndexFunc(end.Chains, func(c chain) bool { return c.Device == a.Device })
		if i < 0 {
			i = len(end.Chains)
			end.Chains = append(end.Chains, chain{Device: a.Device})
		}
		c := &end.Chains[i]
		c.Acts++
		if !slices.Contains(c.Authors, a.Author) {
			c.Authors = append(c.Authors, a.Author)
		}
		if !followed[a.Hash()] {
			c.Heads = append(c.Heads, head{a.N, a.Author, a.Hash()})
		}
	}
	return end
}

// takeEnd takes the closing line. A last line that is neither that nor an act
// is a damaged end, whichever of them it was.
func (f *actsFile) takeEnd() {
	if len(f.lines) == 0 {
		return
	}
	last := len(f.lines) - 1
	var end actsEnd
	if strictly(f.lines[last], &end) {
		f.end = &end
	}
	if _, fault := readAct(f.lines[last]); fault != "" {
		f.lines = f.lines[:last]
	}
}

// checkEnd compares the closing line with the acts. An act that was cut off the
// end of its chain is told before those that name it.
func (f *actsFile) checkEnd() error {
	if f.end == nil {
		return f.endRefused(refusal.ActsCut)
	}
	if bytes.Equal(lineOf(f.end), lineOf(endOf(f.acts))) {
		return nil
	}
	if act := f.cutOff(); act != nil {
		return act
	}
	var act *history.Broken
	if err := history.Verify(f.record, f.values()); errors.As(err, &act) {
		return act
	}
	return f.endRefused(refusal.ActsEnd)
}

// cutOff is the first missing act of a chain that should go on longer, or nil.
func (f *actsFile) cutOff() error {
	type place struct {
		device string
		n      int
	}
	here, numbers := map[history.Hash]bool{}, map[place]bool{}
	for _, a := range f.acts {
		here[a.Hash()], numbers[place{a.Device, a.N}] = true, true
	}
	for _, c := range f.end.Chains {
		for _, h := range c.Heads {
			if here[h.Hash] {
				continue
			}
			n := 1
			for n < h.N && numbers[place{c.Device, n}] {
				n++
			}
			return &history.Broken{Author: h.Author, Device: c.Device, N: n, Why: history.Gap}
		}
	}
	return nil
}

// endRefused refuses the end of a file, naming the last act that is there.
func (f *actsFile) endRefused(code refusal.Code) error {
	if len(f.acts) == 0 {
		return refusal.At(lineAt(1), refusal.New(refusal.NotActs))
	}
	last := f.acts[len(f.acts)-1]
	return refusal.New(code, "author", last.Author, "n", strconv.Itoa(last.N))
}
