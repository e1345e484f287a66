package open

import (
	"fmt"
	"strings"

	"midweek/internal/core/history"
	"midweek/internal/core/refusal"
	"midweek/internal/edge/backup"
	"midweek/internal/edge/store"
	"midweek/internal/edge/vault"
)

// MakeCopy makes a safe copy of the record: written, on the disk, opened again
// and compared. One that is not good is removed and told. The record is not
// changed by any of it.
func (r *Room) MakeCopy(kind CopyKind) (Copy, error) {
	if r.Sample {
		return Copy{}, refusal.New(refusal.NoCopies)
	}
	r.copying.Lock()
	defer r.copying.Unlock()
	return r.makeCopy(kind)
}

// makeCopy is MakeCopy while no other copy is made.
func (r *Room) makeCopy(kind CopyKind) (Copy, error) {
	if r.ReadOnly() {
		return Copy{}, store.ErrReadOnly
	}
	source := copySource{r.store, r.vault}
	before, err := r.headsNow()
	var made backup.Found
	if err == nil {
		made, err = r.copies.Make(kind, r.now(), source, r.opener(nil))
	}
	if err != nil {
		r.copyFailed(kind, err)
		return Copy{}, err
	}
	r.copyMade(made, before)
	c := copyOf(made)
	c.Here, c.Checked = true, r.now()
	return c, nil
}

// headsNow stand for all acts of the record.
func (r *Room) headsNow() (string, error) {
	heads, err := r.store.Heads()
	return joined(heads), err
}

func joined(heads []history.Hash) string {
	var b strings.Builder
	for _, h := range heads {
		b.WriteString(string(h))
		b.WriteByte(' ')
	}
	return b.String()
}

// first makes the copy without which something else may not begin. A record in
// which nothing was written yet has nothing to lose.
func (r *Room) first(kind CopyKind) error {
	if r.Sample || r.ReadOnly() {
		return nil // which nobody copies, or which refuses by itself
	}
	if heads, err := r.store.Heads(); err == nil && len(heads) == 0 {
		return nil
	}
	_, err := r.MakeCopy(kind)
	return copyFirst(err)
}

// copyFirst says of a copy that failed that nothing was changed.
func copyFirst(err error) error {
	if err == nil {
		return nil
	}
	code := refusal.CopyFirst
	if r := refusal.From(err); r != nil {
		switch r.Code {
		case refusal.DiskFull:
			code = refusal.CopyFirstFull
		case refusal.ReadOnly:
			code = refusal.CopyFirstReadOnly
		}
	}
	return fmt.Errorf("%w (%w)", refusal.New(code), err)
}

// upgrading is the copy before a record of an older program is brought to the
// present shape.
func (h *House) upgrading(v *vault.Vault) func(*store.Store) error {
	return func(s *store.Store) error {
		_, err := h.copies().Make(backup.Upgrade, h.now(), copySource{s, v}, copyOpener{vault: v})
		return copyFirst(err)
	}
}
