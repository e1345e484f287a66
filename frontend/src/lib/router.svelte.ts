/**
 * Where the person is: `#/calendar/2024-25/month?days=TU,WE` is the screen `calendar` with the rest `2024-25`, `month`
 * and `days` asked. Screens read `router.rest` and `router.asked` and write with `router.go`; links use `href`.
 */
export interface Route {
  screen: string
  rest: string[]
  asked: URLSearchParams
}

const NAME = 'Midweek'

class Router {
  #route = $state.raw<Route>(read(''))
  /** Set when the person went to another screen: its heading takes the focus once it is there. */
  #arriving = false
  #main: () => HTMLElement | null = () => null

  get screen(): string {
    return this.#route.screen
  }
  get rest(): string[] {
    return this.#route.rest
  }

  /** What the address asks for by name, or nothing. */
  asked(name: string): string {
    return this.#route.asked.get(name) ?? ''
  }

  /** Follows the address until the returned function is called. `main` takes the focus while a screen is on its way. */
  start(main: () => HTMLElement | null): () => void {
    this.#main = main
    this.#route = read(location.hash)
    const follow = () => this.#follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }

  go(screen: string, ...rest: string[]): void {
    location.hash = href(screen, ...rest)
  }

  /** Goes to a screen and asks it for something by name. */
  ask(asked: Record<string, string>, screen: string, ...rest: string[]): void {
    location.hash = `${href(screen, ...rest)}?${new URLSearchParams(asked)}`
  }

  /** Goes to an address that Go made; to the place where one is as if one came anew. */
  lead(to: string): void {
    if (location.hash === to) this.#follow()
    else location.hash = to
  }

  /** What the address asks for once: told, and gone from the address, so that it is not heeded again. */
  once(name: string): string {
    const value = this.asked(name)
    if (!value) return ''
    const asked = new URLSearchParams(this.#route.asked)
    asked.delete(name)
    const rest = asked.size > 0 ? `?${asked}` : ''
    history.replaceState(null, '', href(this.screen, ...this.rest) + rest)
    this.#route = read(location.hash)
    return value
  }

  /** The same place told another way: no step in the history, and what is asked stays. */
  replace(screen: string, ...rest: string[]): void {
    const [, asked] = location.hash.split('?')
    history.replaceState(null, '', href(screen, ...rest) + (asked ? `?${asked}` : ''))
    this.#route = read(location.hash)
  }

  #follow(): void {
    const next = read(location.hash)
    if (next.screen !== this.#route.screen) {
      this.#arriving = true
      this.#main()?.focus({ preventScroll: true })
      window.scrollTo(0, 0)
    }
    this.#route = next
  }

  /** For the heading of a page: names the window after it, and takes the focus when the person has just come. */
  heading(title: string) {
    return (node: HTMLElement): void => {
      document.title = title ? `${title} · ${NAME}` : NAME
      if (!this.#arriving) return
      this.#arriving = false
      node.focus({ preventScroll: true })
    }
  }
}

export const router = new Router()

export function href(screen: string, ...rest: string[]): string {
  return '#/' + [screen, ...rest].map(encodeURIComponent).join('/')
}

export function read(hash: string): Route {
  const [path = '', asked = ''] = hash.replace(/^#\/?/, '').split('?')
  const [screen = '', ...rest] = path.split('/').map(decode)
  return {
    screen: screen || 'today',
    rest: rest.filter((part) => part !== ''),
    asked: new URLSearchParams(asked),
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
