import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import type { ChangesQuery, ChangesView } from '$lib/views/changes'

export class Changes extends Screen<ChangesView, ChangesQuery> {
  protected door = go.Changes
  protected query = (): ChangesQuery => ({ child: frame.now.child, most: this.#most })
  #most = 0

  /** Shows older ones too. */
  more = async (): Promise<void> => {
    const view = this.view
    if (!view) return
    this.#most = view.query.most + view.rows.length
    await this.load()
  }
}
