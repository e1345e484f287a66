import { go } from '$lib/api'
import { forget } from '$lib/drafts/drafts'
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

  /** Drafts go along: words of the child may be among what was typed. */
  remove = async (): Promise<boolean> => {
    const choices = Object.entries(this.chosen).map(([key, choice]) => ({ key, choice }))
    const done = await this.act((query) => go.Erasure.Remove(query, { typed: this.typed, choices }))
    if (done) forget()
    return done
  }
}
