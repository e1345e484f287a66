//go:build !unix

package window

// KeepPrivate has nothing to do where a person's folders are closed to others
// by themselves.
func KeepPrivate() {}
