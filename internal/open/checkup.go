package open

import "time"

// checkedKey is the setting that says when the whole record was last looked
// through, and checkEvery how long that holds. What opening looks at is less: no
// index is compared with its table, and no reference followed.
const (
	checkedKey = "checked"
	checkEvery = 7 * 24 * time.Hour
)

// checkUp looks through the whole record, when it was not for a week and when the
// program or the computer ended in the middle of something. It comes after the
// acts, behind the first screen.
func (r *Room) checkUp() error {
	if r.Sample {
		return nil
	}
	last, err := r.Setting(checkedKey)
	if err != nil || !r.unclean() && fresh(last, r.now()) {
		return err
	}
	if err := r.store.Check(); err != nil || r.ReadOnly() {
		return err
	}
	return r.SetSetting(checkedKey, r.now().UTC().Format(time.RFC3339))
}

// unclean says whether the record was not closed before it was opened.
func (r *Room) unclean() bool { return r.store.Unclean() || r.vault != nil && r.vault.Unclean() }

// fresh says whether a check still holds. One from the future is of another
// clock.
func fresh(checked string, now time.Time) bool {
	at, err := time.Parse(time.RFC3339, checked)
	return err == nil && !at.After(now) && now.Sub(at) < checkEvery
}
