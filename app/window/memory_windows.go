package window

import "golang.org/x/sys/windows"

// keepMemory keeps a failure from the system's error reporting, which would take
// a picture of the memory; the processes that this one starts are told the same.
// Go's runtime asks for it as well, unless somebody sets GOTRACEBACK=wer. Another
// program of this account can still attach: the system has no wall there. Not
// run.
func keepMemory() {
	windows.SetErrorMode(windows.SetErrorMode(0) | windows.SEM_FAILCRITICALERRORS | windows.SEM_NOGPFAULTERRORBOX)
}
