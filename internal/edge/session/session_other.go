//go:build !linux

package session

// Watch hears nothing: there is no logind.
func Watch(func()) (stop func()) { return func() {} }
