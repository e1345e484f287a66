import { shelf } from '$lib/drafts/drafts'
import { frame } from '$lib/frame.svelte'

const kept = shelf<object>('family')

/** What was typed and not saved, by key. It stays until it is saved or cancelled, while the window is open. */
export const drafts = {
  has: (key: string) => kept.has(key),
  find: (key: string) => kept.get(key),
  keep: (key: string, form: object) => void kept.set(key, form),
  drop: (key: string) => void kept.delete(key),
}

/** The sample family and the own record have drafts of their own. */
export function keyOf(place: string): string {
  return (frame.now.sample ? 'sample ' : 'own ') + place
}
