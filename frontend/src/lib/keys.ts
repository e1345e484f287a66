/** Keys: a few with Ctrl everywhere, single letters only inside the list that has the focus. */
import { tinykeys } from 'tinykeys'

/** Single letters can be turned off: they get in the way of some screen readers and of voice control. */
export const letters = { on: true }

const named: Record<string, string> = {
  '$mod+z': 'undo',
  '$mod+Shift+z': 'redo',
  '$mod+y': 'redo',
  '$mod+o': 'open',
  '$mod+s': 'save-copy',
  '$mod+k': 'find',
  '$mod+l': 'lock',
  '$mod+f': 'search',
  '$mod+/': 'keys',
  '$mod+=': 'larger',
  '$mod+Shift++': 'larger',
  '$mod++': 'larger',
  '$mod+-': 'smaller',
  '$mod+0': 'normal',
  '$mod+Shift+h': 'hide-names',
  F1: 'help',
}

/**
 * Listens everywhere and says the name of what was asked for, the same names as in the window's menu; `screens`
 * are the names behind Ctrl+1, Ctrl+2 and so on. Returns the function that stops it.
 */
export function anywhere(screens: readonly string[], act: (name: string) => void): () => void {
  const numbers = screens.map((name, place) => [`$mod+${place + 1}`, name])
  const all = { ...named, ...(Object.fromEntries(numbers) as Record<string, string>) }
  return tinykeys(
    window,
    Object.fromEntries(
      Object.entries(all).map(([key, name]) => [
        key,
        (event: KeyboardEvent) => {
          event.preventDefault()
          act(name)
        },
      ]),
    ),
  )
}

/** Undo and redo belong to the text field that has the focus; true when there was one. */
export function editHere(what: 'undo' | 'redo'): boolean {
  return inText(document.activeElement) && (document.execCommand(what) || true)
}

/**
 * An attachment for a list: `{@attach listKeys({ h: happened, ArrowDown: next })}`. The keys work while the
 * focus is inside and not in a text field, and only without Ctrl, Alt or Meta.
 */
export function listKeys(keys: Record<string, (event: KeyboardEvent) => void>) {
  return (node: HTMLElement): (() => void) => {
    const press = (event: KeyboardEvent) => {
      const single = event.key.length === 1
      const act = keys[single ? event.key.toLowerCase() : event.key]
      if (!act || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
      if (inText(event.target) || (single && !letters.on)) return
      event.preventDefault()
      act(event)
    }
    node.addEventListener('keydown', press)
    return () => node.removeEventListener('keydown', press)
  }
}

const noText = ['checkbox', 'radio', 'button', 'submit']

/** Whether keys write text there, or choose something. */
export function inText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !noText.includes(target.type)
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLElement && target.isContentEditable
}
