// Package backup keeps safe copies of a record: files that each open alone, with
// nothing but this program and, where the record is locked, its passphrase or
// recovery key.
//
// It is a room of its own because a copy must be good on the day when nothing
// else is. So it trusts no one: a copy counts only after it was written under
// another name, brought to the disk, opened again from there and compared with
// the record; a file in the folder that is none of ours is never touched; and
// what is thinned out is decided by a rule without a clock or a disk (Thin).
// The folder can be listed while the record itself cannot be opened: a copy's
// name says when it was made, why, and how many acts it has.
//
// How a record is written to a file, and how a copy is read, it is told (Source,
// Opener): a plain file and a locked vault are copied the same way.
package backup
