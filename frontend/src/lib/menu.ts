/** The window's menu: Go sends the name of what was chosen, the page does it. */
interface Events {
  EventsOn?: (name: string, listen: (...data: unknown[]) => void) => unknown
}

/** Says the name of each entry that is chosen; returns the function that stops listening. */
export function listenToMenu(act: (name: string) => void): () => void {
  const runtime = (window as unknown as { runtime?: Events }).runtime
  const off = runtime?.EventsOn?.('menu', (name) => {
    if (typeof name === 'string') act(name)
  })
  return () => {
    if (typeof off === 'function') off()
  }
}
