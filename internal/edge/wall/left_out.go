//go:build driven

package wall

// leftOut leaves the wall out of a build that tests drive: WebKitWebDriver
// reaches the page's engine by a port of this computer. It is never shipped.
const leftOut = true
