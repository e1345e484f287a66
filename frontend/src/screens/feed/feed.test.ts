import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import type { FeedQuery, FeedRow, FeedView } from '$lib/views/feed'
import { bind } from '../../dev/go'
import { frame as framed } from '../../dev/common'
import Feed from './Feed.svelte'

const row = (id: string, title: string, answer: string): FeedRow => ({
  id,
  on: 'Tue Nov 3, 2026',
  title,
  does: '',
  why: 'Says “No school”',
  sure: 'likely',
  moves: '',
  answer,
  answers: ['closed', 'partial', 'ignore', 'ask'],
  from: '',
  until: '',
})

const view = (change: Partial<FeedView> = {}): FeedView => ({
  frame: framed(),
  query: { child: '', year: 'y', first: '', last: '', level: '', all: false },
  step: 'review',
  file: 1,
  name: 'Larkspur',
  trouble: '',
  problems: [],
  years: [{ id: 'y', text: 'Larkspur, 2026-27' }],
  levels: [],
  lead: '3 events',
  rest: '',
  again: false,
  answers: [
    { id: 'closed', text: 'School is closed' },
    { id: 'partial', text: 'Short day' },
    { id: 'ignore', text: 'School is open' },
    { id: 'ask', text: 'Ask the school' },
  ],
  groups: [
    {
      id: 'look',
      title: 'To look at',
      lead: '',
      count: 2,
      folded: false,
      rows: [row('1', 'Workday', 'ask'), row('2', 'Flex day', 'ask')],
    },
    { id: 'ignored', title: 'Ignored', lead: '', count: 1, folded: true, rows: [] },
  ],
  moved: { lead: '', rows: [] },
  label: '',
  ...change,
})

beforeEach(() => frame.reset())

test('letters answer the row with the focus, and Accept sends what was answered', async () => {
  const go = bind('Feed', {
    View: () => view(),
    Accept: () => view({ step: 'done', moved: { lead: 'No therapy date changed', rows: [] } }),
  })
  const main = document.body.appendChild(document.createElement('main'))
  render(Feed, {}, { baseElement: main })
  const first = await screen.findByRole('listitem', { name: /Workday/ })
  first.focus()
  await userEvent.keyboard('c{ArrowDown}o')
  expect(document.activeElement).toBe(screen.getByRole('listitem', { name: /Flex day/ }))
  await userEvent.keyboard('t')
  await userEvent.click(screen.getByRole('button', { name: 'Accept' }))
  await screen.findByText('No therapy date changed')
  expect(go.Accept?.mock.calls[0]?.[1]).toEqual([
    { row: '1', answer: 'closed', from: '', until: '' },
    { row: '2', answer: 'ignore', from: '', until: '' },
  ])
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
})

test('ignored rows are asked for when their fold is opened', async () => {
  const go = bind('Feed', { View: (_query: FeedQuery) => view() })
  render(Feed)
  await userEvent.click(await screen.findByText('Ignored (1)'))
  await waitFor(() => expect(go.View?.mock.calls.at(-1)?.[0]).toMatchObject({ all: true, year: 'y' }))
})

test('a short day that was none asks for its times', async () => {
  bind('Feed', { View: () => view() })
  render(Feed)
  const select = (await screen.findAllByRole('combobox', { name: /Workday/ }))[0]!
  expect(screen.queryByLabelText(/Ends at/)).toBeNull()
  await userEvent.selectOptions(select, 'partial')
  expect(screen.getByLabelText(/Ends at/)).toBeTruthy()
})

test('a file that was not read is told', async () => {
  bind('Feed', { View: () => view({ step: 'choose', groups: [], trouble: 'this is not a calendar file' }) })
  render(Feed)
  expect((await screen.findByRole('alert')).textContent).toContain('this is not a calendar file')
})
