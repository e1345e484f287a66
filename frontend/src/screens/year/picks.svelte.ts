import type { PastedPick, PastedRow } from '$lib/views/year'

/** A pasted row while a person looks at it. */
export interface Pick extends PastedPick {
  take: boolean
}

/** What was read, as a person leaves it. */
export class Picks {
  list: Pick[] = $state([])

  constructor(rows: readonly PastedRow[]) {
    this.list = rows.map(({ id, take, kind, from, until }) => ({ id, take, kind, from, until }))
  }

  get taken(): PastedPick[] {
    return this.list
      .filter(({ take }) => take)
      .map(({ id, kind, from, until }) => ({ id, kind, from, until }))
  }
}
