// Package history keeps what a family knows as acts. To add, correct,
// withdraw, undo is to write another act; nothing is changed in place. What the
// screens show is the fold of all acts.
//
// An act is named by its hash, which covers all of its outside and, by a
// commitment, its body. Each follows the act before it on the same device and
// names the acts of other devices it has seen, so any flipped byte is found and
// named, and two homes can put their acts together in any order and hold the
// same record.
//
// The fold never fails. What the format would refuse is set aside with its
// reason, two values that both hold are a conflict that a person settles, and a
// withdrawal that would leave an entry referring to nothing does not hold.
package history
