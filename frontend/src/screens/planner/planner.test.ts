import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import type { PlannerQuery } from '$lib/views/planner'
import { bind, refusal } from '../../dev/go'
import { plan } from '../../dev/planner'
import Planner from './Planner.svelte'

const empty: PlannerQuery = {
  child: '',
  calendars: [],
  days: 0,
  minutes: 0,
  forbid: [],
  start: '',
  gap: false,
}
const rows = () => within(screen.getAllByRole('table')[0]!).getAllByRole('row').slice(1)

beforeEach(() => frame.reset())

test('the first question leaves all to the plan in force', async () => {
  const go = bind('Planner', { View: () => plan() })
  render(Planner)
  expect(await screen.findByText(/the days you have now, lose 16 sessions/)).toBeTruthy()
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
  const shared = rows().filter((row) => within(row).queryByText('shared'))
  expect(shared).toHaveLength(2)
})

test('changes are asked for together, once a person stops', async () => {
  const go = bind('Planner', { View: (query: PlannerQuery) => plan(query) })
  render(Planner)
  const controls = [
    await screen.findByRole('radio', { name: '2' }),
    screen.getByRole('checkbox', { name: 'Monday' }),
    screen.getByRole('checkbox', { name: 'No two days in a row' }),
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
  await userEvent.click(await screen.findByRole('checkbox', { name: 'No two days in a row' }))
  expect(await screen.findByText('allow more weekdays, or fewer a week')).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
  await userEvent.click(screen.getByRole('checkbox', { name: 'No two days in a row' }))
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
  bind('Planner', { View: () => ({ ...plan(), calendars: [], rows: [], single: [], lead: '' }) })
  render(Planner)
  await userEvent.click(await screen.findByRole('button', { name: 'Go to Child & services' }))
  await waitFor(() => expect(location.hash).toBe('#/family'))
})
