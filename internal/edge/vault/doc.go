// Package vault keeps a family's record locked: encrypted at rest, opened by a
// passphrase or a printed recovery key, and never on the disk as plain text.
//
// The database lies in memory. SQLite reads and writes it there through a file
// system of ours (vfs.go), and each commit becomes one sealed record at the end
// of a log, on the disk before the commit is acknowledged. A file is one
// generation: a header with the key slots, a whole picture of the database, and
// the commits since. Files are never rewritten: a new picture is a file with the
// next number, published only after it was read back, and the one before it
// stays. docs/vault-format.md has every byte.
//
// What is not understood is left alone. A record that breaks off at the very end
// is a commit that was never acknowledged; anything else is damage, is told, and
// is never cut away. A mark in another folder remembers how far this computer
// had come, so that an older copy is told from the newest.
//
// Take the lock of the data folder before anything here is opened: one process,
// one Vault for a name. The package knows nothing of what the database holds;
// store.Locked puts a record into it.
package vault
