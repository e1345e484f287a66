import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import type { PlannerQuery } from '$lib/views/planner'
import { bind, refusal } from '../../dev/go'
import { plan } from '../../dev/planner'
import Planner from './Planner.svelte'
import { forget } from './planner.svelte'

const empty: PlannerQuery = {
  child: '',
  series: '',
  calendars: [],
  days: 0,
  minutes: 0,
  forbid: [],
  start: '',
  gap: false,
  ask: [],
}
const rows = () => within(screen.getAllByRole('table')[0]!).getAllByRole('row').slice(1)
const proposed = () => screen.getByText(/We ask that the plan say/).textContent

beforeEach(() => {
  frame.reset()
  forget()
  location.hash = ''
})

test('the first question leaves all to the plan in force', async () => {
  const go = bind('Planner', { View: () => plan() })
  render(Planner)
  expect(await screen.findByText('Those are your days now.')).toBeTruthy()
  expect(go.View).toHaveBeenCalledWith(empty)
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '3' }).checked).toBe(true)
  expect(screen.getByLabelText<HTMLInputElement>('Minutes of one session').value).toBe('20')
})

test('the days in force are marked, and equal days share a place', async () => {
  bind('Planner', { View: () => plan() })
  render(Planner)
  await screen.findAllByRole('table')
  const marked = rows().filter((row) => within(row).queryByText('your days now'))
  expect(marked.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
    expect.stringContaining('Tuesday, Wednesday and Thursday'),
  ])
  const shared = rows().filter((row) => within(row).queryByText('6–7 are equal'))
  expect(shared).toHaveLength(2)
})

test('changes are asked for together, once a person stops', async () => {
  const go = bind('Planner', { View: (query: PlannerQuery) => plan(query) })
  render(Planner)
  const controls = [
    await screen.findByRole('radio', { name: '2' }),
    screen.getByRole('checkbox', { name: 'Monday' }),
    screen.getByRole('checkbox', { name: 'Not on two days in a row' }),
  ]
  for (const control of controls) control.click()
  await waitFor(() =>
    expect(go.View).toHaveBeenLastCalledWith({ ...empty, days: 2, forbid: ['MO'], gap: true }),
  )
  expect(go.View).toHaveBeenCalledTimes(2)
})

test('the minutes can be emptied and typed anew', async () => {
  const go = bind('Planner', { View: (query: PlannerQuery) => plan(query) })
  render(Planner)
  const minutes = await screen.findByLabelText<HTMLInputElement>('Minutes of one session')
  await userEvent.clear(minutes)
  expect(minutes.value).toBe('')
  await userEvent.type(minutes, '45')
  await waitFor(() => expect(go.View).toHaveBeenLastCalledWith({ ...empty, minutes: 45 }))
  expect(minutes.value).toBe('45')
})

test('a wish that no days meet is said in place of the ranking', async () => {
  bind('Planner', {
    View: (query: PlannerQuery) => {
      if (query.gap) throw refusal('no_days', '', 'allow more weekdays, or fewer a week')
      return plan(query)
    },
  })
  render(Planner)
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Not on two days in a row' }))
  expect(await screen.findByText('allow more weekdays, or fewer a week')).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
  await userEvent.click(screen.getByRole('checkbox', { name: 'Not on two days in a row' }))
  expect((await screen.findAllByRole('table')).length).toBe(2)
})

test('once the screen is left nothing is asked any more', async () => {
  const go = bind('Planner', { View: () => plan() })
  const { unmount } = render(Planner)
  await userEvent.click(await screen.findByRole('radio', { name: '2' }))
  unmount()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(go.View).toHaveBeenCalledTimes(1)
})

test('without a calendar the page says what will be here', async () => {
  bind('Planner', { View: () => ({ ...plan(), years: [], rows: [], single: [], lead: '' }) })
  render(Planner)
  await userEvent.click(await screen.findByRole('button', { name: 'Go to Child & services' }))
  await waitFor(() => expect(location.hash).toBe('#/family'))
})

test('a set opens to what takes its sessions and what else is planned', async () => {
  bind('Planner', { View: () => plan() })
  render(Planner)
  await userEvent.click(await screen.findByRole('button', { name: 'Monday, Wednesday and Thursday' }))
  expect(screen.getByRole('heading', { name: 'Monday: 10' })).toBeTruthy()
  expect(screen.queryByRole('heading', { name: 'Tuesday: 6' })).toBeNull()
  expect(screen.getByText('At the same time: Theo: Reading, Monday at 2:00 pm, 30 minutes')).toBeTruthy()
  expect(screen.getByText(/^On the same day: Occupational therapy/)).toBeTruthy()
})

test('a set is shown on the calendar, and the wish is there on the way back', async () => {
  const go = bind('Planner', { View: (query: PlannerQuery) => plan(query) })
  const { unmount } = render(Planner)
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Friday' }))
  const show = 'Show Monday, Wednesday and Thursday on the calendar'
  await userEvent.click(await screen.findByRole('button', { name: show }))
  await waitFor(() => expect(location.hash).toBe('#/calendar/2024-25/year?days=MO%2CWE%2CTH'))
  unmount()
  render(Planner)
  await waitFor(() => expect(go.View).toHaveBeenLastCalledWith({ ...empty, forbid: ['FR'] }))
})

test('the days to propose are chosen, and what is saved or copied is about them', async () => {
  const done = (query: PlannerQuery) => plan(query)
  const go = bind('Planner', { View: done, SavePage: done, CopyClause: done })
  render(Planner)
  await userEvent.selectOptions(
    await screen.findByLabelText('Days to propose'),
    'Wednesday, Thursday and Friday',
  )
  await waitFor(() => expect(proposed()).toContain('on Wednesday, Thursday and Friday'))
  const ask = ['WE', 'TH', 'FR']
  await userEvent.click(screen.getByRole('button', { name: 'Save as PDF…' }))
  expect(go.SavePage).toHaveBeenCalledWith({ ...empty, ask })
  await userEvent.click(screen.getByRole('button', { name: 'Copy the words' }))
  expect(go.CopyClause).toHaveBeenCalledWith({ ...empty, ask })
})

test('another service brings its own days and minutes', async () => {
  const go = bind('Planner', { View: (query: PlannerQuery) => plan(query) })
  render(Planner)
  await userEvent.click(await screen.findByRole('radio', { name: '2' }))
  await userEvent.selectOptions(screen.getByLabelText('Days for'), 'A number of days, of no service')
  await waitFor(() => expect(go.View).toHaveBeenLastCalledWith({ ...empty, series: 'plain' }))
})

test('a guessed year says so, and without any year the field says what to do', async () => {
  const two = plan()
  two.years = [
    ...two.years,
    { id: 'n', text: '2025-26', guess: true, note: 'A guess, moved on from 2024-25.' },
  ]
  bind('Planner', {
    View: (query: PlannerQuery) => {
      if (query.calendars[0] === '') throw refusal('missing', 'calendars', 'this is missing; add it')
      return { ...plan(query), years: two.years }
    },
  })
  render(Planner)
  expect(await screen.findByText('A guess, moved on from 2024-25.')).toBeTruthy()
  const year = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Houston ISD, 2024-25' })
  await userEvent.click(year)
  expect(await screen.findByText('this is missing; add it')).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
  await userEvent.click(year)
  expect(await screen.findByText(/^Fewest are lost/)).toBeTruthy()
})

test('what rules all days out can be taken back', async () => {
  bind('Planner', {
    View: (query: PlannerQuery) => {
      if (query.gap) throw refusal('no_days', '', 'allow more weekdays, or fewer a week')
      return plan(query)
    },
  })
  render(Planner, { target: document.body.appendChild(document.createElement('main')) })
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Not on two days in a row' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Allow all days again' }))
  expect(document.activeElement?.tagName).toBe('H1')
  expect(await screen.findByText(/^Fewest are lost/)).toBeTruthy()
})
