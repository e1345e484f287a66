import { type Names, namesOf, turned } from './names'

/**
 * Which row of a list the keyboard is at, and which rows are picked. Rows are known by name, so both stay
 * right when the list is drawn anew; what is no longer shown is no longer picked.
 */
export class Picks<Row> {
  readonly #rows: () => readonly Row[]
  readonly #name: (row: Row) => string
  #names = $state.raw(namesOf())
  #here = $state.raw({ name: '', place: 0 })
  /** Where Shift began to extend, and what was picked before that. */
  #from: { place: number; before: Names } | undefined

  constructor(rows: () => readonly Row[], name: (row: Row) => string) {
    this.#rows = rows
    this.#name = name
  }

  /** The place of the row that the keyboard is at: when that row is gone, of the one that took its place. */
  get place(): number {
    const rows = this.#rows()
    const at = rows.findIndex((row) => this.#name(row) === this.#here.name)
    return at >= 0 ? at : Math.max(Math.min(this.#here.place, rows.length - 1), 0)
  }

  get current(): Row | undefined {
    return this.#rows()[this.place]
  }

  /** The picked rows, in the order of the list. */
  get rows(): readonly Row[] {
    return this.#rows().filter((row) => this.has(row))
  }

  get all(): boolean {
    return this.rows.length > 0 && this.rows.length === this.#rows().length
  }

  /** What a key acts on: the picked rows, or the one that the keyboard is at. */
  get targets(): readonly Row[] {
    if (this.rows.length > 0) return this.rows
    return this.current === undefined ? [] : [this.current]
  }

  has(row: Row): boolean {
    return this.#names.has(this.#name(row))
  }

  /** Moves the keyboard to a place, no further than the ends. */
  go(place: number): void {
    this.#from = undefined
    this.#stand(place)
  }

  /** The focus came to a place: the keyboard is there from now on. */
  enter(place: number): void {
    const row = this.#rows()[place]
    if (row !== undefined && this.#name(row) !== this.#here.name) this.go(place)
  }

  /** Moves by so many rows and picks all rows from where Shift began. */
  extend(by: number): void {
    this.#from ??= { place: this.place, before: this.#names }
    this.#stand(this.place + by)
    this.#reach()
  }

  /** Picks all rows from the one that the keyboard is at to this one, as Shift with a click does. */
  reach(place: number): void {
    this.#from ??= { place: this.place, before: this.#names }
    this.#stand(place)
    this.#reach()
  }

  /** Picks the row at a place, or lets it go. */
  turn(place: number): void {
    this.go(place)
    const row = this.current
    if (row !== undefined) this.#names = turned(this.#names, this.#name(row))
  }

  pickAll(): void {
    this.#from = undefined
    this.#names = namesOf(this.#rows().map(this.#name))
  }

  clear(): void {
    this.#from = undefined
    this.#names = namesOf()
  }

  #stand(place: number): void {
    const rows = this.#rows()
    const at = Math.max(Math.min(place, rows.length - 1), 0)
    const row = rows[at]
    this.#here = { name: row === undefined ? '' : this.#name(row), place: at }
  }

  #reach(): void {
    if (!this.#from) return
    const [first, last] = [this.#from.place, this.place].sort((a, b) => a - b)
    const reached = this.#rows().slice(first, (last ?? 0) + 1)
    this.#names = namesOf([...this.#from.before, ...reached.map(this.#name)])
  }
}
