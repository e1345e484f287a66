package app

import "midweek/internal/open"

func lockRecord(h *open.House, secrets ...open.Secret) error {
	return any(h).(interface{ LockRecord(...open.Secret) error }).LockRecord(secrets...)
}

func unlockRecord(h *open.House, typed string) error {
	return any(h).(interface{ UnlockRecord(string) error }).UnlockRecord(typed)
}
