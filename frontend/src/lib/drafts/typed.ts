/** Keeps what is typed into a form that has no draft of its own, by the labels of its fields. */
import { tick } from 'svelte'
import { frame } from '$lib/frame.svelte'
import { shelf, whileOpen } from './drafts'

/** What stands in one field: its label, the how manieth of that label, and its value or whether it is chosen. */
type Typed = [label: string, nth: number, value: string | boolean]
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const forms = shelf<Typed[]>('typed')

/**
 * An attachment: `{@attach typed('closing')}`. What is typed inside and not saved is kept when the record is locked, and is
 * typed in again when the same form opens at the same place. Fields inside `data-secret` are left out.
 */
export function typed(name: string | undefined) {
  return (node: HTMLElement): (() => void) | void => {
    if (name === undefined) return
    const key = [frame.now.sample, location.hash.split('?')[0], name].join(' ')
    const before = JSON.stringify(read(node))
    const kept = forms.get(key)
    forms.delete(key)
    if (kept) void write(node, kept)
    return whileOpen(() => {
      const now = read(node)
      if (JSON.stringify(now) !== before) forms.set(key, now)
    })
  }
}

export function read(node: HTMLElement): Typed[] {
  return labeled(node).map(([control, label, nth]) => [label, nth, valueOf(control)])
}

/** Twice: some fields are shown only by what stands in others. */
async function write(node: HTMLElement, kept: Typed[]): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await tick()
    for (const [control, label, nth] of labeled(node)) {
      const typed = kept.find(([of, place]) => of === label && place === nth)
      if (typed && valueOf(control) !== typed[2]) put(control, typed[2])
    }
  }
}

function labeled(node: HTMLElement): [Control, string, number][] {
  const seen = new Map<string, number>()
  const controls = [...node.querySelectorAll<Control>('input, textarea, select')]
  return controls
    .filter(
      (control) => !control.disabled && !control.closest('[data-secret]') && control.type !== 'password',
    )
    .map((control) => {
      const label = nameOf(control)
      const nth = seen.get(label) ?? 0
      seen.set(label, nth + 1)
      return [control, label, nth]
    })
}

function nameOf(control: Control): string {
  const label = control.labels?.[0] ?? control.closest('label')
  return (control.getAttribute('aria-label') ?? label?.textContent ?? '').trim()
}

const chosen = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')

const valueOf = (control: Control) => (chosen(control) ? control.checked : control.value)

/** As if a person had typed it. A radio that is not chosen goes out by the one that is. */
function put(control: Control, value: string | boolean): void {
  if (chosen(control)) {
    if (value || control.type === 'checkbox') control.click()
    return
  }
  control.value = String(value)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
}
