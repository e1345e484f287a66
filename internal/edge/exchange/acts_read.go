package exchange

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"

	"github.com/go-json-experiment/json"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

// ReadActs reads an acts file and checks every line of it by itself: that it
// is spelled in the one way it may be, that the act is the one its hash names,
// that the body is the one the act committed to, and that the closing line
// agrees with what stands above it. Whether the acts follow each other is for
// history.Load, which every reader of a file asks next.
//
// A damaged line is a *history.Broken, with author and number even when these
// are what was damaged: the lines around it and the closing line tell whose it
// was. A file without its end, or with another, is refused as ActsCut or
// ActsEnd, which name the last act that is there. Any other refusal means that
// this is no acts file that can be read.
func ReadActs(data []byte) ([]history.Act, error) {
	head, lines, err := openActs(data)
	if err != nil {
		return nil, err
	}
	f := &actsFile{lines: lines, record: head.Record}
	f.takeEnd()
	if err := f.takeActs(); err != nil {
		return nil, err
	}
	if err := f.checkEnd(); err != nil {
		return nil, err
	}
	return f.values(), nil
}

// openActs reads the first line and parts the others.
func openActs(data []byte) (head actsHead, lines [][]byte, err error) {
	if len(data) > maxActsSize {
		return head, nil, refusal.New(refusal.TooLarge, "limit", strconv.Itoa(maxActsSize>>20))
	}
	if bytes.Count(data, []byte{'\n'}) > maxActsLines {
		return head, nil, refusal.New(refusal.TooManyRows, "limit", strconv.Itoa(maxActsLines))
	}
	lines = bytes.SplitAfter(data, []byte{'\n'})
	if last := len(lines) - 1; len(lines[last]) == 0 {
		lines = lines[:last]
	}
	if len(lines) == 0 {
		return head, nil, refusal.At(lineAt(0), refusal.New(refusal.NotActs))
	}
	if json.Unmarshal(lines[0], &head) != nil || head.Format != ActsFormat {
		return head, nil, refusal.At(lineAt(0), refusal.New(refusal.NotActs))
	}
	if head.Version > ActsVersion {
		return head, nil, refusal.At(lineAt(0), refusal.New(refusal.NewerVersion, "found", strconv.Itoa(head.Version), "known", strconv.Itoa(ActsVersion)))
	}
	if head.Version != ActsVersion || !bytes.Equal(lines[0], lineOf(head)) {
		return head, nil, refusal.At(lineAt(0), refusal.New(refusal.NotActs))
	}
	return head, lines[1:], nil
}

// lineAt is the place of a line, from 0, as people count.
func lineAt(i int) string { return "line " + strconv.Itoa(i+1) }

// An actsFile is an acts file while it is read.
type actsFile struct {
	record string
	lines  [][]byte // without the first and the closing line
	end    *actsEnd // nil while missing or damaged
	acts   []*history.Act
}

// strictly reads a line that must be spelled just so.
func strictly(line []byte, value any) bool {
	return json.Unmarshal(line, value, json.RejectUnknownMembers(true)) == nil && bytes.Equal(line, lineOf(value))
}

func (f *actsFile) takeActs() error {
	for i, line := range f.lines {
		a, fault := readAct(line)
		if fault != "" {
			return f.broken(i, fault)
		}
		if a.Record != f.record && i == 0 {
			return refusal.At(lineAt(0), refusal.New(refusal.ActsOfTwo))
		}
		if a.Record != f.record {
			return f.broken(i, history.OtherRecord)
		}
		f.acts = append(f.acts, a)
	}
	return nil
}

// readAct reads one line and says what is wrong with it, if anything is.
func readAct(line []byte) (*history.Act, history.Fault) {
	var l actLine
	if json.Unmarshal(line, &l, json.RejectUnknownMembers(true)) != nil {
		return nil, history.BadForm
	}
	a, err := l.act()
	switch {
	case err != nil:
		return nil, history.BadForm
	case a.Hash() != l.Hash:
		return nil, history.WrongHash
	case a.Body != nil && commitment(a) != a.Commit:
		return nil, history.WrongCommit
	case !bytes.Equal(line, lineOf(newActLine(a))):
		return nil, history.BadForm
	}
	return a, ""
}

func commitment(a *history.Act) history.Hash {
	sum := sha256.Sum256(slices.Concat(a.Salt, a.Body))
	return history.Hash(hex.EncodeToString(sum[:]))
}

func (f *actsFile) values() []history.Act {
	acts := make([]history.Act, len(f.acts))
	for i, a := range f.acts {
		acts[i] = *a
	}
	return acts
}
