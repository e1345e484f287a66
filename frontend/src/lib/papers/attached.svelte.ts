import { go } from '$lib/api'
import { Screen } from '$lib/screen.svelte'
import type { PapersQuery, PapersView } from '$lib/views/papers'

/** The attachments of one entry, on the screen of that entry. */
export class Attached extends Screen<PapersView, PapersQuery> {
  protected door = go.Papers
  protected query: () => PapersQuery
  constructor(noun: () => string, id: () => string) {
    super()
    this.query = () => ({ child: '', noun: noun(), id: id() })
  }

  add = () => this.act((query) => go.Papers.Add(query))
  takeDropped = () => this.act((query) => go.Papers.TakeDropped(query))
}
