//go:build !driven

package wall

const leftOut = false
