//go:build e2e

package e2e

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// A trap is a place on this machine to which hostile script would like to
// bring something. It counts who comes: a connection is enough, for the name it
// goes to could tell something.
type trap struct {
	address string
	hits    atomic.Int32
}

func newTrap(t *testing.T) *trap {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	tr := &trap{address: "http://" + l.Addr().String() + "/"}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			tr.hits.Add(1)
			c.Close()
		}
	}()
	return tr
}

// home is the page, and where it must stay.
const home = "wails://wails/"

// escapes are ways to leave the page or to send something off. Every one is
// run by script that has got into the page, which the policy makes hard in the
// first place; arguments[0] is the address of the trap.
var escapes = []struct{ name, script string }{
	{"location.href", `location.href = arguments[0]`},
	{"location.replace", `location.replace(arguments[0])`},
	{"location to a data page", `location.href = 'data:text/html,<h1>x</h1>'`},
	{"location to a blob page", `location.href = URL.createObjectURL(new Blob(['<h1>x</h1>'], {type: 'text/html'}))`},
	{"location to a file", `location.href = 'file:///etc/hostname'`},
	{"location to another host of ours", `location.href = 'wails://other/'`},
	{"location to a script of ours", `location.href = 'wails://wails/wails/runtime.js'`},
	{"location to about:blank", `location.href = 'about:blank'`},
	{"a click on a link", `const a = document.createElement('a'); a.href = arguments[0]; a.textContent = 'x'; document.body.append(a); a.click(); a.remove()`},
	{"a click on a link outside the document", `const a = document.createElement('a'); a.href = arguments[0]; a.click()`},
	{"a click on a link to a new window", `const a = document.createElement('a'); a.href = arguments[0]; a.target = '_blank'; document.body.append(a); a.click(); a.remove()`},
	{"a click on a download", `const a = document.createElement('a'); a.href = arguments[0]; a.download = 'x'; document.body.append(a); a.click(); a.remove()`},
	{"a click in a drawing", `const s = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), a = document.createElementNS('http://www.w3.org/2000/svg', 'a');
		a.setAttribute('href', arguments[0]); s.append(a); document.body.append(s); a.dispatchEvent(new MouseEvent('click', {bubbles: true})); s.remove()`},
	{"a ping", `const a = document.createElement('a'); a.href = ''; a.ping = arguments[0]; document.body.append(a); a.click(); a.remove()`},
	{"meta refresh", `const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=' + arguments[0]; document.head.append(m)`},
	{"window.open", `window.open(arguments[0])`},
	{"a frame", `const f = document.createElement('iframe'); f.src = arguments[0]; document.body.append(f); setTimeout(() => f.remove(), 300)`},
	{"a frame that sends the page away", `const f = document.createElement('iframe'); document.body.append(f);
		try { f.contentWindow.top.location = arguments[0] } finally { setTimeout(() => f.remove(), 300) }`},
	{"a form", `const f = document.createElement('form'); f.action = arguments[0]; f.method = 'post'; document.body.append(f); f.submit(); f.remove()`},
	{"fetch", `fetch(arguments[0]).catch(() => {})`},
	{"beacon", `navigator.sendBeacon(arguments[0], 'x')`},
	{"socket", `new WebSocket(arguments[0].replace('http', 'ws'))`},
	{"event source", `new EventSource(arguments[0])`},
	{"image", `new Image().src = arguments[0]`},
	{"style", `const s = document.createElement('link'); s.rel = 'stylesheet'; s.href = arguments[0]; document.head.append(s); s.remove()`},
	{"prefetch", `for (const rel of ['prefetch', 'preload', 'preconnect', 'dns-prefetch']) { const s = document.createElement('link'); s.rel = rel; s.href = arguments[0]; s.as = 'image'; document.head.append(s) }`},
	{"background", `document.body.style.backgroundImage = 'url(' + arguments[0] + ')'`},
	{"sound", `new Audio(arguments[0]).play().catch(() => {})`},
	{"the runtime's browser", `window.runtime.BrowserOpenURL(arguments[0])`},
	{"the bridge's browser", `window.WailsInvoke('BO:' + arguments[0])`},
	{"the engine's messages", `window.webkit.messageHandlers.external.postMessage('BO:' + arguments[0])`},
	{"the engine's messages from a frame", `const f = document.createElement('iframe'); document.body.append(f);
		try { f.contentWindow.webkit.messageHandlers.external.postMessage('BO:' + arguments[0]) } finally { f.remove() }`},
}

func TestNothingLeavesTheWindow(t *testing.T) {
	p := start(t)
	p.window()
	trap := newTrap(t)
	checkInstruments(t, p, trap)
	for i, escape := range escapes {
		address := fmt.Sprintf("%sescape-%d", trap.address, i)
		// What throws has not got out either; where the page is, and what came
		// to the trap, is what counts.
		tried := p.page.run(`try { `+escape.script+` } catch (e) { return String(e) }`, nil, address)
		time.Sleep(150 * time.Millisecond)
		at := p.run(`return location.href`)
		if at != home {
			t.Fatalf("%s: the window is at %v (%v)", escape.name, at, tried)
		}
		if hits, browsed := trap.hits.Load(), p.browsed(); hits > 0 || browsed != "" {
			t.Fatalf("%s: %d connections; opened outside: %q", escape.name, hits, browsed)
		}
	}
	time.Sleep(time.Second)
	if hits, browsed := trap.hits.Load(), p.browsed(); hits > 0 || browsed != "" {
		t.Errorf("later: %d connections; opened outside: %q", hits, browsed)
	}
	if files, _ := os.ReadDir(p.root + "/home/Downloads"); len(files) > 0 {
		t.Errorf("%d files were downloaded", len(files))
	}
}

// checkInstruments makes sure that what is to stay silent can speak.
func checkInstruments(t *testing.T, p *program, trap *trap) {
	t.Helper()
	c, err := net.Dial("tcp", strings.TrimSuffix(strings.TrimPrefix(trap.address, "http://"), "/"))
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
	p.within("a hit of the trap", func() bool { return trap.hits.Load() == 1 })
	trap.hits.Store(0)
	open := exec.Command("sh", "-c", "xdg-open http://somewhere.example/")
	open.Env = p.env()
	if out, err := open.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if !strings.Contains(p.browsed(), "somewhere.example") {
		t.Fatal("the browser takes no notes")
	}
	if err := os.Remove(p.opened); err != nil {
		t.Fatal(err)
	}
}

// injections are ways to make text into script or markup. Each tries to set
// window.owned.
var injections = []struct{ name, script string }{
	{"inline script", `const s = document.createElement('script'); s.textContent = 'window.owned = 1'; document.head.append(s)`},
	{"inline script as a node", `const s = document.createElement('script'); s.append('window.owned = 1'); document.head.append(s)`},
	{"remote script", `const s = document.createElement('script'); s.src = arguments[0]; document.head.append(s)`},
	{"data script", `const s = document.createElement('script'); s.src = 'data:text/javascript,window.owned=1'; document.head.append(s)`},
	{"eval", `(0, eval)('window.owned = 1')`},
	{"Function", `new Function('window.owned = 1')()`},
	{"setTimeout with text", `setTimeout('window.owned = 1', 0)`},
	{"innerHTML", `const d = document.createElement('div'); document.body.append(d); d.innerHTML = '<img src=x onerror="window.owned = 1"><i id="injected"></i>'`},
	{"insertAdjacentHTML", `document.body.insertAdjacentHTML('beforeend', '<i id="injected"></i>')`},
	{"document.write", `document.write('<i id="injected"></i>')`},
	{"event attribute", `const b = document.createElement('button'); b.setAttribute('onclick', 'window.owned = 1'); document.body.append(b); b.click()`},
	{"javascript address", `const a = document.createElement('a'); a.setAttribute('href', 'javascript:window.owned=1'); document.body.append(a); a.click(); a.remove()`},
	{"worker", `new Worker(URL.createObjectURL(new Blob(['1'])))`},
	{"srcdoc", `const f = document.createElement('iframe'); f.setAttribute('srcdoc', '<script>top.owned = 1</script>'); document.body.append(f)`},
	{"a policy of its own", `trustedTypes.createPolicy('svelte-trusted-html', {createHTML: t => t}); trustedTypes.createPolicy('other', {createHTML: t => t})`},
	{"inline style", `const s = document.createElement('style'); s.textContent = 'body { outline: 7px solid red }'; document.head.append(s)`},
}

func TestTextIsNeverScript(t *testing.T) {
	p := start(t)
	p.window()
	trap := newTrap(t)
	for _, injection := range injections {
		_ = p.page.run(injection.script, nil, trap.address)
		time.Sleep(100 * time.Millisecond)
		got := p.run(`return [window.owned ?? null, !!document.getElementById('injected'), getComputedStyle(document.body).outlineWidth, location.href]`)
		if want := fmt.Sprint([]any{nil, false, "0px", home}); fmt.Sprint(got) != want && fmt.Sprint(got) != strings.Replace(want, "0px", "3px", 1) {
			t.Fatalf("%s: %v", injection.name, got)
		}
	}
	if hits := trap.hits.Load(); hits > 0 {
		t.Errorf("%d connections", hits)
	}
}
