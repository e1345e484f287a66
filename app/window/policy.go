package window

// Policy is the Content-Security-Policy under which the pages run. Nothing but
// the program's own files is loaded, no script or style stands inside a page,
// no text becomes markup, nothing is sent anywhere and nothing can frame or be
// framed. The one trusted-types name is Svelte's, for its own templates.
//
// It stops what a page loads, but not where a page goes: that is the guard's
// part (native_linux.go).
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
	"font-src 'self'; connect-src 'self'; worker-src 'none'; frame-src 'none'; object-src 'none'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
	"require-trusted-types-for 'script'; trusted-types svelte-trusted-html"

// headers go with every file, besides the policy.
var headers = map[string]string{
	// The window's own permissions are granted unasked on Windows.
	"Permissions-Policy":     "camera=(), microphone=(), geolocation=(), clipboard-read=()",
	"X-Content-Type-Options": "nosniff",
	"Referrer-Policy":        "no-referrer",
	"Cache-Control":          "no-store",
}
