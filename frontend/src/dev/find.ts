/** Made-up answers of Find: what the window can do, and one session for any word. */
import type { FindItem, FindQuery, FindView } from '../lib/views/find'
import { name } from './common'

const item = (title: string, change: Partial<FindItem>): FindItem => ({
  title: [{ text: title, found: false }],
  words: [],
  on: '',
  state: '',
  key: '',
  does: '',
  to: '',
  child: '',
  ...change,
})

const go = [
  item('Today', { does: 'today', key: 'Ctrl+1' }),
  item('Calendar', { does: 'calendar', key: 'Ctrl+2' }),
]

const sessions = (text: string) => [
  item(name('María: Speech'), {
    words: [
      { text: 'Missed: school activity. ', found: false },
      { text, found: true },
      { text: name(' in the gym'), found: false },
    ],
    on: 'Tue Mar 11, 2025',
    state: 'missed',
    to: '#/log',
  }),
]

export const find = {
  View: (query: FindQuery): Promise<FindView> =>
    Promise.resolve({
      query,
      groups: query.text
        ? [{ id: 'sessions', text: 'Sessions', items: sessions(query.text), more: '' }]
        : [{ id: 'go', text: 'Go to', items: go, more: '' }],
      said: query.text && '1 found',
    }),
}
