// Package session hears from the system that the computer is about to sleep, or
// that the person locked the screen, so that a locked record can be locked too.
//
// On Linux it is logind that tells, over the system's bus. Windows tells the
// window itself (app/window); macOS tells nobody here, so that there only the
// idle time locks. Where nobody tells, nothing fails.
package session
