/** Made-up answers of the screen papers: nothing is attached. */
import type { PapersQuery, PapersView } from '../lib/views/papers'
import { frame } from './common'

const none = (query: PapersQuery): PapersView => ({
  frame: frame(),
  query,
  of: '',
  rows: [],
  lead: '',
  warning: '',
  loose: '',
  untaken: [],
  entries: [],
})

export const papers = {
  View: (query: PapersQuery) => Promise.resolve(none(query)),
  Add: (query: PapersQuery) => Promise.resolve(none(query)),
}
