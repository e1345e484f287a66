// What is looked at: a name, what is asked of the made-up answers (at), where (hash), what is done first (act).
import { all } from './act.mjs'

const here = { hash: '#/year/y1' }
const text = { hash: '#/year/y1/text' }
const read = all(
  (page) => page.getByLabel('Dates from the school').fill('Nov 11 Veterans Day, no school'),
  (page) => page.getByRole('button', { name: 'Read the dates' }).click(),
)

export const views = [
  { name: 'year-usual', ...here },
  { name: 'year-usual-long', ...here, at: '?long&guess', width: 320 },
  { name: 'year-text', ...text, act: read },
  { name: 'year-text-long', ...text, at: '?long', act: read },
  { name: 'year-text-long-narrow', ...text, at: '?long', act: read, width: 320 },
  { name: 'year-next', hash: '#/year/y1/next' },
  { name: 'year-next-long', hash: '#/year/y1/next', at: '?long', width: 320 },
  { name: 'year-empty', ...here, at: '?bare' },
]
