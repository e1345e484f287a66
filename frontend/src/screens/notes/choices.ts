import { cut } from '$lib/format'
import type { Choice } from '$lib/views/frame'

/** The choices, with a word of the record that is not among them: it stays to be chosen. */
export function withOwn(choices: readonly Choice[] = [], own: string): Choice[] {
  if (own === '' || choices.some(({ id }) => id === own)) return [...choices]
  return [...choices, { id: own, text: cut(own, 60) }]
}
