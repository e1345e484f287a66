import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import type { ArrangedRow, MakeUpCell, MakeUpQuery, MakeUpView } from '$lib/views/makeup'
import { bind, refusal } from '../../dev/go'
import MakeUp from './MakeUp.svelte'

const user = userEvent.setup()

const cell = (iso: string, state: string, change: Partial<MakeUpCell> = {}): MakeUpCell => ({
  iso,
  number: Number(iso.slice(-2)),
  state,
  label: `${iso}: ${state}`,
  today: false,
  id: '',
  ...change,
})

const row = (change: Partial<ArrangedRow> = {}): ArrangedRow => ({
  id: 'm1',
  text: 'Wed Apr 2, 2025: 30 minutes',
  state: 'proposed',
  words: 'Proposed',
  steps: ['Proposed on Thu Mar 20, 2025, Mom'],
  warn: '',
  settled: false,
  tell: false,
  entry: '',
  minutes: 30,
  form: { id: 'm1', on: '2025-04-02', time: '' },
  ...change,
})

function view(query: MakeUpQuery, change: Partial<MakeUpView> = {}): MakeUpView {
  const plain = { set: false, minutes: 30, perWeek: 1, days: ['MO', 'TU', 'WE'], from: '', to: '', off: [] }
  return {
    frame: { ...frame.now },
    query: { ...query, series: 'c1/sp', limits: query.limits.set ? query.limits : plain },
    series: [{ id: 'c1/sp', text: 'Speech' }],
    title: 'Speech',
    answer: {
      code: 'no',
      text: 'No. 30 minutes find no room.',
      lines: ['What stands in the way: the number.'],
    },
    sums: [{ code: 'all', text: 'Missed, to make up', amount: '90 min' }],
    changes: [{ text: '2 sessions a week', limits: { ...plain, set: true, perWeek: 2 } }],
    plan: [{ on: '2025-04-01', text: 'Tue Apr 1, 2025: 30 minutes', pays: 'for Tue Mar 11, 2025' }],
    arranged: [],
    done: [],
    weekdays: [
      { id: 'MO', text: 'Monday' },
      { id: 'TU', text: 'Tuesday' },
      { id: 'WE', text: 'Wednesday' },
    ],
    columns: [
      { id: 'MO', text: 'Monday' },
      { id: 'TU', text: 'Tuesday' },
      { id: 'WE', text: 'Wednesday' },
    ],
    months: [
      {
        id: '2025-04',
        text: 'April 2025',
        weeks: [
          [
            cell('2025-03-31', 'none', { number: 0 }),
            cell('2025-04-01', 'planned'),
            cell('2025-04-02', 'arranged', { id: 'm1' }),
          ],
          [cell('2025-04-07', 'open'), cell('2025-04-08', 'closed'), cell('2025-04-09', 'open')],
        ],
      },
    ],
    days: [{ id: '2025-04-09', text: 'Wed Apr 9, 2025' }],
    off: [],
    propose: 'Propose these 1 date',
    proposal: 'We propose',
    reasons: [],
    states: [
      { id: 'agreed', text: 'Agreed' },
      { id: 'declined', text: 'Declined' },
    ],
    lastDay: '2025-06-04',
    ...change,
  }
}

async function open(change: Partial<MakeUpView> = {}) {
  const answer = (query: MakeUpQuery) => view(query, change)
  const methods = bind('MakeUp', {
    View: answer,
    Propose: answer,
    Answer: answer,
    Move: answer,
    Held: answer,
    NotHeld: answer,
  })
  router.replace('makeup', 'c1/sp')
  render(MakeUp)
  await screen.findByRole('heading', { name: 'Make it up' })
  return methods
}

beforeEach(() => frame.reset())

test('the question is of the service in the address, and nothing is touched yet', async () => {
  const { View } = await open()
  expect(View).toHaveBeenCalledWith(expect.objectContaining({ series: 'c1/sp', keep: false }))
  expect(View?.mock.calls[0]?.[0].limits.set).toBe(false)
  expect(screen.getByRole('status').textContent).toContain('No. 30 minutes find no room.')
})

test('a limit asks while it moves, and is kept when it rests', async () => {
  const { View } = await open()
  const slider = screen.getByRole('slider', { name: 'Make-ups in a week' })
  await fireEvent.input(slider, { target: { value: '2' } })
  await waitFor(() => expect(View).toHaveBeenCalledTimes(2))
  expect(View?.mock.lastCall?.[0]).toMatchObject({ keep: false, limits: { set: true, perWeek: 2 } })
  await fireEvent.change(slider, { target: { value: '3' } })
  await waitFor(() => expect(View).toHaveBeenCalledTimes(3))
  expect(View?.mock.lastCall?.[0]).toMatchObject({ keep: true, limits: { perWeek: 3, minutes: 30 } })
})

test('a change that would be enough is tried with one click', async () => {
  const { View } = await open()
  await user.click(screen.getByRole('button', { name: 'Try: 2 sessions a week' }))
  expect(View?.mock.lastCall?.[0]).toMatchObject({ keep: true, limits: { set: true, perWeek: 2 } })
})

test('the last weekday stays', async () => {
  const { View } = await open()
  for (const name of ['Monday', 'Tuesday', 'Wednesday'])
    await user.click(screen.getByRole('checkbox', { name }))
  expect(View?.mock.lastCall?.[0].limits.days).toEqual(['WE'])
})

test('days are walked by keys; Enter says that one does not suit', async () => {
  const { View } = await open({ arranged: [row()] })
  const first = screen.getByRole('button', { name: '2025-04-01: planned' })
  expect(first.tabIndex).toBe(0)
  first.focus()
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement?.getAttribute('data-day')).toBe('2025-04-02')
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement?.getAttribute('data-day')).toBe('2025-04-09')
  await user.keyboard('{Home}')
  expect(document.activeElement?.getAttribute('data-day')).toBe('2025-04-07')
  await user.keyboard('{Enter}')
  expect(View?.mock.lastCall?.[0]).toMatchObject({ keep: true, limits: { off: ['2025-04-07'] } })
})

test('an arranged day opens the form that moves it, and the field says what is wrong', async () => {
  const { Move } = await open({ arranged: [row()] })
  Move?.mockRejectedValueOnce(refusal('missing', 'on', 'a day is missing'))
  await user.click(screen.getByRole('button', { name: '2025-04-02: arranged' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.selectOptions(dialog.getByLabelText('A day within the limits'), '2025-04-09')
  await user.click(dialog.getByRole('button', { name: 'Move it' }))
  expect(Move?.mock.lastCall?.[1]).toEqual({ id: 'm1', on: '2025-04-09', time: '' })
  expect(await dialog.findByText('a day is missing')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Move it' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('proposed, agreed, told: each is one click', async () => {
  const { Propose, Answer, Held, NotHeld } = await open({
    arranged: [row(), row({ id: 'm2' }), row({ id: 'm3', state: 'agreed', settled: true, tell: true })],
  })
  await user.click(screen.getByRole('button', { name: /^Propose these/ }))
  expect(Propose).toHaveBeenCalledTimes(1)
  await user.click(screen.getAllByRole('button', { name: 'Agreed' })[0]!)
  expect(Answer?.mock.lastCall?.[1]).toMatchObject({ ids: ['m1'], state: 'agreed' })
  await user.click(screen.getByRole('button', { name: 'All 2 proposed are agreed' }))
  expect(Answer?.mock.lastCall?.[1].ids).toEqual(['m1', 'm2'])
  await user.click(screen.getByRole('button', { name: 'It took place' }))
  expect(Held?.mock.lastCall?.slice(1)).toEqual(['m3', null])
  await user.click(screen.getByRole('button', { name: 'It did not' }))
  expect(NotHeld?.mock.lastCall?.slice(1)).toEqual(['m3', ''])
})

test('what was said comes with who and when', async () => {
  const { Answer } = await open({ arranged: [row()] })
  await user.click(screen.getByRole('button', { name: 'What was said…' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByLabelText('Declined'))
  await user.type(dialog.getByLabelText(/Who said so/), 'Ms. Hall')
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  expect(Answer?.mock.lastCall?.[1]).toMatchObject({ ids: ['m1'], state: 'declined', by: 'Ms. Hall' })
})

test('without a service it says what will be here', async () => {
  await open({ title: '' })
  expect(screen.getByText('No service yet')).toBeTruthy()
})
