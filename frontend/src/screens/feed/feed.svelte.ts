import { createContext } from 'svelte'
import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import type { FeedAnswer, FeedQuery, FeedRow, FeedView } from '$lib/views/feed'

const nothing = { year: '', first: '', last: '', level: '', all: false }

/** A school's own calendar on its way in. Go keeps what was read; here are only the answers of a person. */
export class Feed extends Screen<FeedView, FeedQuery> {
  protected door = go.Feed
  protected query = () => ({ ...this.wish, child: frame.now.child })
  /** For which year it is read; where it is empty Go finds what fits. */
  wish = $state.raw<Omit<FeedQuery, 'child'>>(nothing)
  /** The row on which the keys stand; empty before they have stood on one. */
  here = $state('')
  /** What a letter just answered, for the ear. */
  said = $state('')
  #answers = $state<Record<string, FeedAnswer>>({})

  /** Asks for a file. */
  choose = async (): Promise<void> => {
    const before = this.wish
    this.wish = nothing
    const done = await this.act((query) => go.Feed.Choose(query))
    if (!done || this.view?.trouble) this.wish = before
  }

  /** Another file begins with no answers, also one that was dropped on the window. */
  protected override kept(view: FeedView): FeedView {
    if (this.view && view.file !== this.view.file) {
      this.wish = nothing
      this.#answers = {}
    }
    return view
  }

  drop = async (): Promise<void> => {
    this.wish = nothing
    this.#answers = {}
    await this.act((query) => go.Feed.Drop(query))
  }

  /** Reads the same file for another year, level or span. */
  ask = async (change: Partial<FeedQuery>): Promise<void> => {
    const { year = '', first = '', last = '', level = '', all = false } = this.view?.query ?? {}
    this.wish = { year, first, last, level, all, ...change }
    if (change.year !== undefined) this.wish = { ...this.wish, first: '', last: '', level: '' }
    await this.act((query) => go.Feed.View(query))
  }

  accept = (): Promise<boolean> => {
    const { year = '', first = '', last = '', level = '' } = this.view?.query ?? {}
    this.wish = { ...this.wish, year, first, last, level }
    return this.act((query) => go.Feed.Accept(query, Object.values($state.snapshot(this.#answers))))
  }

  /** What is to be done with a row: as a person said, else as it was read. */
  of(row: FeedRow): FeedAnswer {
    return this.#answers[row.id] ?? { row: row.id, answer: row.answer, from: row.from, until: row.until }
  }

  answer(row: FeedRow, change: Partial<FeedAnswer>): void {
    if (change.answer !== undefined && !row.answers.includes(change.answer)) return
    this.#answers[row.id] = { ...this.of(row), ...change }
  }
}

export const [feedHere, setFeed] = createContext<Feed>()
