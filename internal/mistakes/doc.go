// Package mistakes tests the tests. A test that has never failed proves
// little, so testdata/mistakes.txt plants mistakes in the core, one at a time:
// a holiday counted twice, the newest debt paid before the oldest, an unknown
// session taken for a missed one. Each is a change of a line or two that a
// hurried hand could make, and the tests must notice every one.
//
// The source is never touched: the toolchain is handed a changed copy of one
// file (`go test -overlay`). There is no code here beside the tests.
package mistakes
