// Package e2e drives the program as a family gets it: the unmodified binary,
// on a display of its own, by the protocol of its page's engine. The tests
// need a display server and the engine's driver (`make setup`), and run with
// the tag e2e (`make e2e`).
package e2e
