// `bound` stands above: the names of the bound methods, as app.Today.View.
(() => {
  window.go = {}
  for (const name of bound) {
    const [place, struct, method] = name.split('.')
    const home = ((window.go[place] ??= {})[struct] ??= {})
    home[method] = async (...args) => {
      const response = await fetch('/call', { method: 'POST', body: JSON.stringify({ name, args }) })
      const { result, error } = await response.json()
      if (error) throw new Error(error)
      return result
    }
  }

  const listeners = new Map() // event to a set of functions
  const off = (event, ...more) => [event, ...more].forEach((name) => listeners.delete(name))
  const on = (event, listener, times = -1) => {
    const entry = { listener, times }
    if (!listeners.has(event)) listeners.set(event, new Set())
    listeners.get(event).add(entry)
    return () => listeners.get(event)?.delete(entry)
  }
  const emit = (event, ...data) => {
    for (const entry of [...(listeners.get(event) ?? [])]) {
      entry.listener(...data)
      if (--entry.times === 0) listeners.get(event)?.delete(entry)
    }
  }
  window.runtime = {
    EventsOn: on,
    EventsOnMultiple: on,
    EventsOnce: (event, listener) => on(event, listener, 1),
    EventsOff: off,
    EventsOffAll: () => listeners.clear(),
    EventsEmit: emit,
    WindowSetTitle: (title) => (document.title = title),
    WindowPrint: () => window.print(),
    Environment: async () => ({ buildType: 'host', platform: 'browser', arch: '' }),
    Quit: () => {},
  }
  document.addEventListener('securitypolicyviolation', (e) => (window.violations ??= []).push(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`))
})()
