// Package store keeps a family's record in one SQLite file.
//
// The truth is one table of acts, which only grows: triggers refuse to change
// or delete a row, but for the body and salt of an act that a redaction names.
// Beside it lies a projection of what the acts fold to, in typed tables and a
// full-text index, so that the program can show the record at once and check
// the acts afterwards. The projection is written in the same transaction as
// the acts and notes the heads it was folded from; it can be dropped and
// written anew at any time. Settings and drafts lie in the same file and are
// no acts.
//
// A commit that was acknowledged is on the disk: it survives a killed process
// and, as far as the disk keeps its word, a power cut. A file that is not
// understood is never written to. Where the file lies is a Place, so that a
// locked vault can take the place of a plain file.
//
// Take the lock of the data folder (Lock) before anything here is opened: one
// process, one Store for a file. A Store may be used from several goroutines.
package store
