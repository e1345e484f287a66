package open

import (
	"errors"
	"time"

	"midweek/internal/core/day"
	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
)

var errDraft = errors.New("not yet")

type CopyKind string

type Copy struct {
	Name    string
	Made    time.Time
	Kind    CopyKind
	Acts    int
	Size    int64
	Second  bool
	Checked time.Time
	Err     *refusal.Refusal
}

type NounCount struct {
	Noun history.Noun
	N    int
}

type CopyPreview struct {
	Copy
	Entries, Missing []NounCount
	First, Last      day.Day
}

type SecondFolder struct {
	Dir   string
	Last  time.Time
	There bool
}

type Drill struct {
	At  time.Time
	Of  Copy
	Err *refusal.Refusal
}

func (h *House) Copies() ([]Copy, error)                      { return nil, nil }
func (h *House) PreviewCopy(name string) (CopyPreview, error) { return CopyPreview{}, errDraft }
func (h *House) Restore(name string) error                    { return errDraft }
func (h *House) UndoRestore() error                           { return errDraft }
func (h *House) RemoveCopies(names ...string) error           { return errDraft }
func (h *House) OpenCopy(path string, s *Secret) error        { return errDraft }
func (r *Room) MakeCopy(kind CopyKind) (Copy, error)          { return Copy{}, errDraft }
func (r *Room) Restored() (Copy, bool)                        { return Copy{}, false }
func (r *Room) Second() SecondFolder                          { return SecondFolder{} }
func (r *Room) SetSecond(dir string) error                    { return errDraft }
func (r *Room) CopyToSecond() error                           { return errDraft }
func (r *Room) Drill() (Drill, error)                         { return Drill{}, errDraft }
func (r *Room) LastDrill() Drill                              { return Drill{} }
func (r *Room) CopyTrouble() *refusal.Refusal                 { return nil }
