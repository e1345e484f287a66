//go:build bindings

package window

// Describing says that this build is only there to describe the bound methods
// to TypeScript. It runs main, so nothing of a family may be opened.
const Describing = true
