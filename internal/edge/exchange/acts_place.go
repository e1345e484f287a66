package exchange

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/go-json-experiment/json"

	"midweek/internal/core/history"
)

// broken names the act that a damaged line held. Nothing that the line says is
// sure, but what damaged it can have reached only a part. So a field is
// believed when something else in the file agrees with it, and is else taken
// from the lines beside it or from the closing line.
func (f *actsFile) broken(i int, why history.Fault) error {
	line := f.lines[i]
	before, after := f.beside(i)
	c := f.chainAt(i)
	device := f.deviceOf(line, c, before, after)
	if before != nil && before.Device != device {
		before = nil
	}
	if after != nil && after.Device != device {
		after = nil
	}
	return &history.Broken{Author: f.authorOf(line, c, device, before, after), Device: device, N: f.numberOf(line, before, after), Why: why}
}

// beside are the acts of the lines before and after, nil where there is none
// that is sound.
func (f *actsFile) beside(i int) (before, after *history.Act) {
	if i > 0 {
		before = f.acts[i-1]
	}
	if i+1 < len(f.lines) {
		after, _ = readAct(f.lines[i+1])
	}
	return before, after
}

// chainAt is the chain that the closing line has at a line, or nil.
func (f *actsFile) chainAt(i int) *chain {
	if f.end == nil {
		return nil
	}
	for k := range f.end.Chains {
		if i -= f.end.Chains[k].Acts; i < 0 {
			return &f.end.Chains[k]
		}
	}
	return nil
}

func (f *actsFile) deviceOf(line []byte, c *chain, before, after *history.Act) string {
	if c != nil {
		return c.Device
	}
	var devices []string // the likeliest first
	for _, a := range append([]*history.Act{before, after}, f.acts...) {
		if a != nil {
			devices = append(devices, a.Device)
		}
	}
	return likeliest(line, `"device":`, devices, `,"n":`)
}

// authorOf is the author, of those who write on the device.
func (f *actsFile) authorOf(line []byte, c *chain, device string, before, after *history.Act) string {
	var authors []string // the likeliest first
	if c != nil {
		authors = slices.Clone(c.Authors)
	}
	for _, a := range append([]*history.Act{before, after}, f.acts...) {
		if a != nil && a.Device == device {
			authors = append(authors, a.Author)
		}
	}
	return likeliest(line, `"author":`, authors, `,"at":`)
}

var (
	seenN    = regexp.MustCompile(`","n":([0-9]+),"author"`)
	seenPrev = regexp.MustCompile(`"prev":"([0-9a-f]*)","priors"`)
)

// numberOf is the number: one more than that of the act it follows.
func (f *actsFile) numberOf(line []byte, before, after *history.Act) int {
	if prev := seenPrev.FindSubmatch(line); prev != nil {
		if len(prev[1]) == 0 {
			return 1
		}
		for _, a := range f.acts {
			if string(a.Hash()) == string(prev[1]) {
				return a.N + 1
			}
		}
	}
	if n := seenN.FindSubmatch(line); n != nil {
		if n, err := strconv.Atoi(string(n[1])); err == nil {
			return n
		}
	}
	switch {
	case before != nil:
		return before.N + 1
	case after != nil:
		return max(1, after.N-1)
	}
	return 1
}

// likeliest is the one of some values that stands in a line between two texts,
// but for one byte at most; else the first.
func likeliest(line []byte, before string, values []string, after string) string {
	for _, wrong := range []int{0, 1} {
		for _, v := range values {
			quoted, err := json.Marshal(v)
			if err == nil && standsIn(line, before+string(quoted)+after, wrong) {
				return v
			}
		}
	}
	return append(values, "")[0]
}

// standsIn says whether a text stands in a line with so many bytes wrong.
func standsIn(line []byte, text string, wrong int) bool {
	for start := range len(line) - len(text) + 1 {
		left := wrong
		for i := 0; i < len(text) && left >= 0; i++ {
			if line[start+i] != text[i] {
				left--
			}
		}
		if left >= 0 {
			return true
		}
	}
	return false
}
