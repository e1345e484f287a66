import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import type { Ask, TodayView } from '$lib/views/today'
import { bind, refusal } from '../../dev/go'
import './Dialogs.svelte' // so that it is there when it is fetched
import Today from './Today.svelte'

const ask = (key: string, title: string): Ask => ({
  key,
  on: { iso: '2025-03-18', text: 'Tue Mar 18, 2025' },
  time: '10:00 am',
  child: '',
  title,
  minutes: 30,
  provider: '',
})

const balance = {
  series: 'c1/speech',
  child: '',
  title: 'Speech',
  given: 30,
  planned: 60,
  toMakeUp: 120,
  figure: '120 to 180 min',
  ask: 30,
  askText: '30 min to ask the team about',
  notFilledIn: 2,
  unknown: '2 sessions not filled in',
  text: '30 to 60 of 60 minutes given',
  early: [],
}

function view(change: Partial<TodayView> = {}): TodayView {
  return {
    frame: { ...frame.now, child: 'c1' },
    heading: 'Thursday, March 20',
    lead: 'No school closing.',
    asks: [ask('a', 'Speech'), ask('b', 'OT')],
    earlier: 3,
    checkIn: 4,
    reasons: [{ id: 'provider_absent', text: 'therapist was out' }],
    next: [],
    balances: [balance],
    confirm: [],
    before: false,
    meaning: 'What it means.',
    promises: [],
    break: { key: '', text: '' },
    copy: { key: '', text: '' },
    makeUps: [],
    ...change,
  }
}

beforeEach(() => frame.reset())

test('all that is asked is said with one click', async () => {
  const go = bind('Today', { View: () => view(), Happened: () => view({ asks: [] }) })
  render(Today)
  await userEvent.click(await screen.findByRole('button', { name: 'Yes, all 2 happened' }))
  expect(go.Happened).toHaveBeenCalledWith('c1', ['a', 'b'])
  expect(await screen.findByText('All caught up')).toBeTruthy()
})

test('when one row is filled in the focus is in the next', async () => {
  const go = bind('Today', { View: () => view(), Happened: () => view({ asks: [ask('b', 'OT')] }) })
  render(Today)
  const [first] = await screen.findAllByRole('button', { name: 'Happened' })
  await userEvent.click(first!)
  expect(go.Happened).toHaveBeenCalledWith('c1', ['a'])
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Happened' })))
})

test('a missed session is written down by choosing the reason', async () => {
  const go = bind('Today', { View: () => view(), Missed: () => view({ asks: [] }) })
  render(Today)
  await userEvent.click((await screen.findAllByRole('button', { name: 'Missed…' }))[1]!)
  const dialog = await screen.findByRole('dialog', { name: 'Why was it missed?' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'therapist was out' }))
  expect(go.Missed).toHaveBeenCalledWith('c1', ['b'], 'provider_absent')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('when the row of a dialog is gone the focus is in the next', async () => {
  bind('Today', { View: () => view(), Missed: () => view({ asks: [ask('b', 'OT')] }) })
  render(Today)
  await userEvent.click((await screen.findAllByRole('button', { name: 'Missed…' }))[0]!)
  await userEvent.click(await screen.findByRole('button', { name: 'therapist was out' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Happened' })))
})

test('what is refused stands at its field and the dialog stays', async () => {
  bind('Today', {
    View: () => view(),
    Partly: () => {
      throw refusal('not_positive', 'minutes', 'write a whole number from 1 to 480')
    },
  })
  render(Today)
  await userEvent.click((await screen.findAllByRole('button', { name: 'Other…' }))[0]!)
  await userEvent.click(await screen.findByRole('button', { name: 'Write it down' }))
  const input = screen.getByRole('textbox', { name: 'Minutes given' })
  await waitFor(() => expect(input.getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByText('write a whole number from 1 to 480')).toBeTruthy()
})

test('letters act on the row that has the focus', async () => {
  const go = bind('Today', { View: () => view(), Happened: () => view(), Unsure: () => view() })
  render(Today)
  const buttons = await screen.findAllByRole('button', { name: 'Missed…' })
  buttons[1]!.focus()
  await userEvent.keyboard('h')
  expect(go.Happened).toHaveBeenCalledWith('c1', ['b'])
})

test('every number leads to its lines, and what is not filled in to the log', async () => {
  bind('Today', { View: () => view() })
  render(Today)
  const number = await screen.findByRole('link', { name: /^120 to 180.min to make up/ })
  expect(number.getAttribute('href')).toBe('#/owed/c1%2Fspeech')
  const unknown = screen.getByRole('link', { name: '2 sessions not filled in' })
  expect(unknown.getAttribute('href')).toBe('#/log/not_filled_in/series/c1%2Fspeech')
  const earlier = screen.getByRole('link', { name: '3 earlier sessions are not filled in' })
  expect(earlier.getAttribute('href')).toBe('#/log/not_filled_in')
})

test('without services it says what comes first', async () => {
  bind('Today', { View: () => view({ asks: [], balances: [], earlier: 0 }) })
  render(Today)
  expect(await screen.findByRole('button', { name: 'Go on with the first steps' })).toBeTruthy()
  expect(screen.queryByText('All caught up')).toBeNull()
})

test('what cannot be had can be asked for again', async () => {
  const go = bind('Today', {
    View: () => Promise.reject(new Error('{"code":"nothing_changed","text":"Nothing was changed."}')),
  })
  render(Today)
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(go.View).toHaveBeenCalledTimes(2)
})
