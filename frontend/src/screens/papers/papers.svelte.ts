import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { Screen } from '$lib/screen.svelte'
import type { PaperForm, PaperRow, PapersQuery, PapersView } from '$lib/views/papers'

/** What was attached to the record: all of it, that of one entry, or one file to look at. */
export class Papers extends Screen<PapersView, PapersQuery> {
  protected door = go.Papers
  protected query = (): PapersQuery => {
    const [what, noun = '', id = ''] = router.rest
    return what === 'of' ? { child: frame.now.child, noun, id } : { child: frame.now.child, noun: '', id: '' }
  }
  /** The attachment whose form is open. */
  editing = $state.raw<PaperRow>()

  /** The id of the file to look at; empty for the list. */
  get shown(): string {
    return router.rest[0] === 'show' ? (router.rest[1] ?? '') : ''
  }

  add = () => this.act((query) => go.Papers.Add(query))
  takeDropped = () => this.act((query) => go.Papers.TakeDropped(query))
  saveCopy = (id: string) => this.act((query) => go.Papers.SaveCopy(query, id))
  saveAll = () => this.act((query) => go.Papers.SaveAll(query))
  sweep = () => this.act((query) => go.Papers.Sweep(query))
  look = (id: string) => this.peek(() => go.Papers.Look(id))

  change = (row: PaperRow): void => {
    this.clear()
    this.editing = row
  }

  save = async (form: PaperForm): Promise<boolean> => {
    const saved = await this.act((query) => go.Papers.Save(query, form))
    if (saved) this.editing = undefined
    return saved
  }

  strike = async (because: string): Promise<boolean> => {
    const id = this.editing?.id ?? ''
    const done = await this.act((query) => go.Papers.Strike(query, id, because))
    if (done) this.editing = undefined
    return done
  }
}
