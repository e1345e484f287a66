import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import type { Failure, Refusal } from '$lib/trouble'
import type { FindGroup, FindItem } from '$lib/views/find'
import { m } from '$words'
import { helpFound } from './helps'

/** How long the fingers rest before Go is asked, in milliseconds. */
const pause = 90

/** An entry of the list, with its place among all of them. */
export type Shown = FindItem & { at: number; help?: string }
export interface ShownGroup extends Omit<FindGroup, 'items'> {
  items: Shown[]
}

/** What is typed, what was found for it, and which of that would be chosen. */
export class Find {
  text = $state('')
  groups = $state.raw<ShownGroup[]>([])
  /** How much was found, for the ear. */
  said = $state('')
  /** What the list is the answer to. */
  answered = $state<string>()
  failure = $state.raw<Refusal | Failure>()
  at = $state(0)
  readonly items = $derived(this.groups.flatMap((group) => group.items))
  readonly chosen = $derived(this.items[this.at])
  #asked = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  type = (text: string): void => {
    this.text = text
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.load, pause)
  }

  /** Asks for what is typed now. Of two answers on their way the one asked for last counts. */
  load = async (): Promise<void> => {
    clearTimeout(this.#timer)
    const asked = ++this.#asked
    const text = this.text
    try {
      const view = await go.Find.View({ child: frame.now.child, text })
      if (asked !== this.#asked) return
      const helps = helpFound(text)
      this.groups = numbered([...view.groups, ...helps])
      this.said = view.groups.length === 0 && helps.length > 0 ? m.find_in_help() : view.said
      this.failure = undefined
    } catch (trouble) {
      if (asked !== this.#asked) return
      this.groups = []
      this.failure = trouble as Refusal | Failure
    }
    this.answered = text
    this.at = 0
  }

  /** The entry that Enter means: of the words as they stand, not of those before. */
  meant = async (): Promise<Shown | undefined> => {
    if (this.answered !== this.text) await this.load()
    return this.chosen
  }

  /** Up or down; from the last one to the first. */
  move = (step: 1 | -1): void => {
    const all = this.items.length
    if (all > 0) this.at = (this.at + step + all) % all
  }

  /** The first entry of the next group, or of the one before. */
  leap = (step: 1 | -1): void => {
    const firsts = this.groups.map((group) => group.items[0]?.at ?? 0)
    const next = step > 0 ? firsts.find((at) => at > this.at) : firsts.findLast((at) => at < this.at)
    if (next !== undefined) this.at = next
  }
}

function numbered(groups: FindGroup[]): ShownGroup[] {
  let at = 0
  return groups.map((group) => ({ ...group, items: group.items.map((item) => ({ ...item, at: at++ })) }))
}
