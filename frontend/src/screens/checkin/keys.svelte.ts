import { listKeys } from '$lib/keys'
import type { CheckInRow } from '$lib/views/checkin'
import type { CheckIn } from './checkin.svelte'

/** What the keys need of the page. */
interface Hands {
  /** Brings the focus to a row, or to its minutes. */
  focus: (row: CheckInRow, where: 'row' | 'minutes') => void
  /** Brings it to where all is written down. */
  done: () => void
  write: () => void
}

/** How the keys move through the rows and answer them. */
export class Keys {
  /** The key of the row at which the keys stand. */
  here = $state('')
  readonly #screen: CheckIn
  readonly #hands: Hands

  constructor(screen: CheckIn, hands: Hands) {
    this.#screen = screen
    this.#hands = hands
  }

  get rows(): CheckInRow[] {
    return this.#screen.view?.rows ?? []
  }

  /** The row of the keys: when it is gone, the first that takes an answer. */
  get row(): CheckInRow | undefined {
    return (
      this.rows.find(({ key }) => key === this.here) ?? this.rows.find(({ takes }) => takes) ?? this.rows[0]
    )
  }

  /** An answer that asks for no more leads on to the next row. */
  answer = (row: CheckInRow, status: string): void => {
    this.here = row.key
    if (!row.takes) return
    this.#screen.answer(row, { status })
    if (status === 'partial') this.#hands.focus(row, 'minutes')
    else if (status === 'missed') this.#hands.focus(row, 'row')
    else this.next(row)
  }

  /** The reason behind a key, of a row that was missed or short. */
  reason = (row: CheckInRow, reason: string): void => {
    const status = this.#screen.of(row)?.status
    if (status !== 'missed' && status !== 'partial') return
    this.#screen.answer(row, { reason })
    this.next(row)
  }

  /** The next row that takes an answer; after the last one, where all are written down. */
  next = (row: CheckInRow): void => {
    const rest = this.rows.slice(this.rows.indexOf(row) + 1)
    const to = rest.find(({ takes }) => takes)
    if (to) this.#go(to)
    else if (this.#screen.unanswered.length === 0) this.#hands.done()
    else this.#go(row)
  }

  /** Takes an answer back: of this row, or where it has none of the row before it. */
  back = (row: CheckInRow): void => {
    const before = this.rows.slice(0, this.rows.indexOf(row)).findLast(({ takes }) => takes)
    const which = this.#screen.of(row) ? row : before
    if (!which) return
    this.#screen.takeBack(which)
    this.#go(which)
  }

  step = (by: number): void => {
    const at = this.rows.indexOf(this.row!) + by
    const to = this.rows[Math.min(Math.max(at, 0), this.rows.length - 1)]
    if (to) this.#go(to)
  }

  /** For the list; what is typed into a field is the field's. */
  attach = () => {
    const at = (act: (row: CheckInRow) => void) => () => this.row && act(this.row)
    const reasons = this.#screen.view?.reasons ?? []
    return listKeys({
      ...Object.fromEntries(
        reasons.map(({ id, key }) => [key.toLowerCase(), at((row) => this.reason(row, id))]),
      ),
      h: at((row) => this.answer(row, 'delivered')),
      m: at((row) => this.answer(row, 'missed')),
      p: at((row) => this.answer(row, 'partial')),
      u: at((row) => this.answer(row, 'unsure')),
      j: () => this.step(1),
      k: () => this.step(-1),
      ArrowDown: () => this.step(1),
      ArrowUp: () => this.step(-1),
      Home: () => this.step(-this.rows.length),
      End: () => this.step(this.rows.length),
      Backspace: at(this.back),
    })
  }

  /** Enter and Space belong to a button that has the focus, and else to the row. */
  press = (event: KeyboardEvent): void => {
    const row = this.row
    if (!row || event.defaultPrevented) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      this.#hands.write()
    } else if (event.target instanceof HTMLElement && event.target.dataset.row !== undefined) {
      this.#onRow(event, row)
    }
  }

  #onRow(event: KeyboardEvent, row: CheckInRow): void {
    if (event.key === 'Enter') this.next(row)
    else if (event.key !== ' ') return
    else if (this.#screen.of(row)?.status === 'delivered') this.#screen.takeBack(row)
    else if (row.takes) this.#screen.answer(row, { status: 'delivered' })
    event.preventDefault()
  }

  #go(row: CheckInRow): void {
    this.here = row.key
    this.#hands.focus(row, 'row')
  }
}
