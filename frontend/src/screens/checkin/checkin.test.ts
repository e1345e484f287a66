import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import { letters } from '$lib/keys'
import type { CheckInForm, CheckInRow, CheckInView } from '$lib/views/checkin'
import { bind, refusal } from '../../dev/go'
import CheckIn from './CheckIn.svelte'

const row = (number: number, change: Partial<CheckInRow> = {}): CheckInRow => ({
  key: `k${number}`,
  number,
  on: { iso: '2025-03-18', text: 'Tue Mar 18, 2025' },
  time: '10:00 am',
  child: '',
  title: 'Speech',
  minutes: 30,
  state: 'not_filled_in',
  text: '',
  takes: true,
  written: false,
  ...change,
})

const empty = { text: '', left: '', answered: 0, of: 3 }

const view = (change: Partial<CheckInView> = {}): CheckInView => ({
  frame: { ...frame.now, child: 'c1' },
  query: { child: '', part: 'fill', scope: 'three_weeks', code: '', from: '', length: 'week', whole: false },
  lead: 'Not filled in so far.',
  scopes: [{ id: 'three_weeks', text: 'Three weeks', count: 3 }],
  rows: [row(1), row(2), row(3)],
  reasons: [
    { id: 'provider_absent', key: '1', text: 'Therapist was out' },
    { id: 'family_cancelled', key: 'A', text: 'Family cancelled' },
  ],
  knownBy: [{ id: 'email', text: 'An e-mail' }],
  typed: { knownBy: '', answers: [] },
  sum: empty,
  sheets: [],
  trouble: '',
  doubt: '',
  planned: true,
  ...change,
})

const here = () => document.activeElement?.getAttribute('data-row')
const status = (form: CheckInForm | undefined) =>
  form?.answers.map(({ key, status, minutes, reason }) =>
    [key, status, minutes, reason].filter(Boolean).join(' '),
  )

/** Opens the screen, and gives what Go was asked to keep last. */
async function open(shown = view(), more: Record<string, (...args: never[]) => unknown> = {}) {
  const go = bind('CheckIn', {
    View: () => shown,
    Keep: (_query: unknown, form: CheckInForm) => ({
      ...empty,
      text: 'so many',
      answered: form.answers.length,
    }),
    ...more,
  })
  const main = document.createElement('main')
  render(CheckIn, { target: document.body.appendChild(main) })
  await screen.findByRole('heading', { name: 'Weekly check-in' })
  return { go, kept: () => status(go.Keep!.mock.lastCall?.[1] as CheckInForm) }
}

beforeEach(() => {
  frame.reset()
  letters.on = true
})

test('a letter answers the row and leads on; a missed one waits for its reason', async () => {
  const { kept } = await open()
  await waitFor(() => expect(here()).toBe('k1'))
  await userEvent.keyboard('h')
  await waitFor(() => expect(here()).toBe('k2'))
  await userEvent.keyboard('m')
  expect(here()).toBe('k2')
  expect(screen.getByRole('group', { name: 'Why?' })).toBeTruthy()
  await userEvent.keyboard('a')
  await waitFor(() => expect(here()).toBe('k3'))
  await userEvent.keyboard('u')
  await waitFor(() => expect(document.activeElement?.textContent?.trim()).toBe('Write it down'))
  await waitFor(() => expect(kept()).toEqual(['k1 delivered', 'k2 missed family_cancelled', 'k3 unsure']))
  expect(await screen.findByText('so many')).toBeTruthy()
})

test('partly asks for the minutes in the row, then for the reason', async () => {
  const { kept } = await open()
  await waitFor(() => expect(here()).toBe('k1'))
  await userEvent.keyboard('p')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Minutes given')))
  await userEvent.keyboard('2h0{Enter}')
  expect(here()).toBe('k1')
  await userEvent.keyboard('1')
  await waitFor(() => expect(here()).toBe('k2'))
  await waitFor(() => expect(kept()).toEqual(['k1 partial 20 provider_absent']))
})

test('Backspace takes back the answer that was given last', async () => {
  const { kept } = await open()
  await waitFor(() => expect(here()).toBe('k1'))
  await userEvent.keyboard('h')
  await waitFor(() => expect(here()).toBe('k2'))
  await userEvent.keyboard('h{Backspace}')
  await waitFor(() => expect(here()).toBe('k2'))
  await waitFor(() => expect(kept()).toEqual(['k1 delivered']))
})

test('another answer replaces the first, and nothing of it stays', async () => {
  const { kept } = await open()
  await waitFor(() => expect(here()).toBe('k1'))
  await userEvent.keyboard('m1{ArrowUp}u')
  await waitFor(() => expect(kept()).toEqual(['k1 unsure']))
})

test('Space ticks and unticks, Enter goes on and answers nothing', async () => {
  const { kept } = await open()
  await waitFor(() => expect(here()).toBe('k1'))
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(here()).toBe('k2'))
  await userEvent.keyboard(' ')
  await waitFor(() => expect(kept()).toEqual(['k2 delivered']))
  await userEvent.keyboard(' ')
  await waitFor(() => expect(kept()).toEqual([]))
})

test('on a button of a row Enter is the button’s', async () => {
  const { kept } = await open()
  const second = (await screen.findAllByRole('row'))[1]!
  within(second)
    .getByRole('button', { name: /Missed/ })
    .focus()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(kept()).toEqual(['k2 missed']))
})

test('where letters are off only the buttons answer', async () => {
  letters.on = false
  const { go } = await open()
  await waitFor(() => expect(here()).toBe('k1'))
  await userEvent.keyboard('h1')
  expect(go.Keep).not.toHaveBeenCalled()
})

test('a row that takes no answer is passed over', async () => {
  const closed = row(2, { takes: false, state: 'closed', text: 'School closed' })
  await open(view({ rows: [row(1), closed, row(3)] }))
  await waitFor(() => expect(here()).toBe('k1'))
  await userEvent.keyboard('h')
  await waitFor(() => expect(here()).toBe('k3'))
  expect(screen.getByText('School closed')).toBeTruthy()
})

test('what was typed before stands in the rows, and the rest happened', async () => {
  const answers = [
    { key: 'k2', status: 'missed', minutes: null, reason: 'provider_absent', knownBy: '', over: false },
  ]
  const { kept } = await open(view({ typed: { knownBy: 'email', answers }, sum: { ...empty, answered: 1 } }))
  expect(screen.getByText('Therapist was out')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'The rest happened' }))
  await waitFor(() => expect(kept()).toEqual(['k2 missed provider_absent', 'k1 delivered', 'k3 delivered']))
})

test('what is refused stands at its row, and the focus goes there', async () => {
  await open(view(), {
    Write: () => {
      throw refusal('needs_minutes', 'minutes.k1', 'write the minutes')
    },
  })
  await waitFor(() => expect(here()).toBe('k1'))
  await userEvent.keyboard('p')
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
  await userEvent.keyboard('{Enter}{Control>}{Enter}{/Control}')
  expect(await screen.findByText('write the minutes')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Minutes given')))
})

test('when all is written down the heading has the focus', async () => {
  const done = view({ rows: [], scopes: [{ id: 'all', text: 'Everything', count: 2 }] })
  const { go } = await open(view(), { Write: () => done })
  await waitFor(() => expect(here()).toBe('k1'))
  await userEvent.keyboard('h{Control>}{Enter}{/Control}')
  expect(await screen.findByText('All filled in')).toBeTruthy()
  expect(screen.getByRole('link', { name: '2 other sessions are not filled in' })).toBeTruthy()
  expect(status(go.Write!.mock.lastCall?.[1] as CheckInForm)).toEqual(['k1 delivered'])
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
})
