import { createContext } from 'svelte'
import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { Screen } from '$lib/screen.svelte'
import type { Failure, Refusal } from '$lib/trouble'
import type {
  CheckInAnswer,
  CheckInForm,
  CheckInQuery,
  CheckInRow,
  CheckInSum,
  CheckInView,
} from '$lib/views/checkin'

/** What a page to print is for, as it was chosen last. */
const page = { from: '', length: 'week', whole: false }

/**
 * Sessions gone through one after the other. What is typed stands here and is kept by Go key by key; it is in the
 * record once it is written down.
 */
export class CheckIn extends Screen<CheckInView, CheckInQuery> {
  protected door = go.CheckIn
  protected query = (): CheckInQuery => {
    const [part = 'fill', where = ''] = router.rest
    return {
      child: frame.now.child,
      part,
      scope: part === 'fill' ? where : '',
      code: part === 'sheet' ? where : '',
      ...this.page,
    }
  }

  answers = $state.raw<Record<string, CheckInAnswer>>({})
  knownBy = $state('')
  sum = $state.raw<CheckInSum>({ text: '', left: '', answered: 0, of: 0 })
  page = $state.raw({ ...page })
  #asked = 0
  #kept = 0
  #keeping: Promise<unknown> = Promise.resolve()

  /** Another part, other weeks or another sheet; what was typed is kept first. */
  look = (part: string, where = ''): void => router.replace('checkin', ...[part, where].filter(Boolean))
  reload = async (): Promise<void> => {
    await this.#keeping
    await this.load()
  }

  /** What stands in Go stands here, unless a key is still on its way there. */
  protected override kept(view: CheckInView): CheckInView {
    if (this.#kept !== this.#asked) return view
    this.answers = Object.fromEntries(view.typed.answers.map((answer) => [answer.key, answer]))
    this.knownBy = view.typed.knownBy
    this.sum = view.sum
    return view
  }

  of(row: CheckInRow): CheckInAnswer | undefined {
    return this.answers[row.key]
  }

  answer = (row: CheckInRow, change: Partial<CheckInAnswer>): void => {
    const before = this.of(row)
    const fresh = { key: row.key, status: '', minutes: null, reason: '', knownBy: '', over: row.written }
    const same = change.status === undefined || change.status === before?.status
    this.#set([{ ...fresh, ...(same ? before : { knownBy: before?.knownBy ?? '' }), ...change }])
  }

  takeBack = (row: CheckInRow): void => {
    this.answers = Object.fromEntries(Object.entries(this.answers).filter(([key]) => key !== row.key))
    this.#keep()
  }

  /** All rows that nobody has answered happened. */
  restHappened = (): void => {
    const rest = this.unanswered.map((row) => ({
      key: row.key,
      status: 'delivered',
      minutes: null,
      reason: '',
      knownBy: '',
      over: false,
    }))
    this.#set(rest)
  }

  get unanswered(): CheckInRow[] {
    return this.view?.rows.filter((row) => row.takes && !row.written && !this.of(row)) ?? []
  }

  know = (knownBy: string): void => {
    this.knownBy = knownBy
    this.#keep()
  }

  /** Writes down what is answered: one deed, which one Undo takes back. */
  write = async (): Promise<boolean> => {
    await this.#keeping
    const form = this.#form
    return this.act((query) => go.CheckIn.Write(query, form))
  }

  print = (change: Partial<typeof page>): void => {
    this.page = { ...this.page, ...change }
    Object.assign(page, this.page)
    void this.load()
  }
  savePage = () => this.act((query) => go.CheckIn.SavePage(query))

  get #form(): CheckInForm {
    return { knownBy: this.knownBy, answers: Object.values(this.answers) }
  }

  #set(some: CheckInAnswer[]): void {
    this.answers = { ...this.answers, ...Object.fromEntries(some.map((answer) => [answer.key, answer])) }
    this.clear()
    this.#keep()
  }

  /** Has Go keep what is typed; of several on their way the last one says what it comes to. */
  #keep(): void {
    const [asked, query, form] = [++this.#asked, this.query(), this.#form]
    this.#keeping = this.#keeping.then(async () => {
      if (asked !== this.#asked) return
      try {
        const sum = await go.CheckIn.Keep(query, form)
        if (asked === this.#asked) this.sum = sum
      } catch (trouble) {
        this.failure = trouble as Refusal | Failure
      }
      this.#kept = asked
    })
  }
}

export const [checkInHere, setCheckIn] = createContext<CheckIn>()
