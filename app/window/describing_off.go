//go:build !bindings

package window

// Describing says whether this build is only there to describe the bound
// methods to TypeScript.
const Describing = false
