package open

import (
	"strconv"

	"midweek/internal/core/refusal"
)

// MaxLocked is how large a record can be that is locked, in bytes and besides
// its attachments: all of it lies in memory while it is open. One that has grown
// beyond it goes on.
const MaxLocked = 50 << 20

// growth is how many bytes a record grows for one of a file that is brought in,
// at most: 15,000 short sessions were measured at 8.7.
const growth = 9

// fits refuses what would make a locked record too large. File is the length of
// what is to be brought in, in bytes.
func fits(size, file int64) error {
	if size+growth*file > MaxLocked {
		return refusal.New(refusal.TooLargeToLock, "limit", strconv.Itoa(MaxLocked>>20))
	}
	return nil
}

// takes refuses a file that would make the record too large, if it is locked.
func (r *Room) takes(file []byte) error {
	if !r.Locked() {
		return nil
	}
	size, err := r.store.Size()
	if err == nil {
		err = fits(size, int64(len(file)))
	}
	return err
}
