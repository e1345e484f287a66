import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { Screen } from '$lib/screen.svelte'
import type { ErasureQuery, ErasureView } from '$lib/views/erasure'

export class Erase extends Screen<ErasureView, ErasureQuery> {
  protected door = go.Erasure
  protected query = (): ErasureQuery => ({ child: frame.now.child, who: router.rest[0] ?? '' })

  /** What was chosen of the places, by their keys. */
  chosen = $state<Record<string, string>>({})
  typed = $state('')

  choiceOf = (key: string, begin: string): string => this.chosen[key] ?? begin

  remove = (): Promise<boolean> => {
    const choices = Object.entries(this.chosen).map(([key, choice]) => ({ key, choice }))
    return this.act((query) => go.Erasure.Remove(query, { typed: this.typed, choices }))
  }
}
