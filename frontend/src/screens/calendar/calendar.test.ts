import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import type { CalendarView, CellSession } from '$lib/views/calendar'
import { schoolYear } from '../../dev/calendar'
import { bind, refusal } from '../../dev/go'
import Calendar from './Calendar.svelte'

/** Months enough for the keys; the whole year makes every question to the page slow. */
const months = ['2025-02', '2025-03', '2025-04']

/** The school year with some of its days changed. */
function view(
  change: Record<string, Partial<CellSession>> = {},
  more: Partial<CalendarView> = {},
): CalendarView {
  const year = schoolYear()
  year.months = year.months.filter((month) => months.includes(month.id))
  for (const cell of year.months.flatMap((month) => month.weeks.flat()))
    cell.sessions = cell.sessions.map((session) => ({ ...session, ...change[cell.iso] }))
  return { ...year, frame: frame.now, ...more }
}

const given: Partial<CellSession> = { state: 'given', text: 'Given, 30 minutes', entry: 'e' }
const query = { child: '', year: '2024-25', tried: [] }
function day(iso: string): HTMLElement {
  const button = document.querySelector<HTMLElement>(`[data-day="${iso}"]`)
  if (!button) throw new Error(`${iso} is not there`)
  return button
}

async function start(): Promise<void> {
  render(Calendar)
  await screen.findByText('School year 2024-25')
}

async function open(iso: string): Promise<HTMLElement> {
  await start()
  await userEvent.click(day(iso))
  return screen.getByRole('dialog')
}

beforeEach(() => {
  frame.reset()
  router.replace('calendar')
})

test('the days are one stop of the Tab key, which is today', async () => {
  bind('Calendar', { View: () => view() })
  await start()
  const stops = [...document.querySelectorAll('[data-day][tabindex="0"]')]
  expect(stops).toEqual([day('2025-03-20')])
  expect(stops[0]?.getAttribute('aria-current')).toBe('date')
  expect(stops[0]?.getAttribute('aria-label')).toBe(
    'Thursday, March 20. Speech: Planned, 30 minutes. OT: Planned, 30 minutes',
  )
})

test('keys lead from day to day, and Enter opens the day', async () => {
  bind('Calendar', { View: () => view() })
  await start()
  day('2025-03-20').focus()
  const leads = async (key: string, to: string) => {
    await userEvent.keyboard(`{${key}}`)
    await waitFor(() => expect(document.activeElement).toBe(day(to)))
    expect(document.activeElement?.getAttribute('tabindex')).toBe('0')
  }
  await leads('ArrowRight', '2025-03-21')
  await leads('ArrowRight', '2025-03-24')
  await leads('ArrowDown', '2025-03-31')
  await leads('ArrowDown', '2025-04-07')
  await leads('End', '2025-04-11')
  await leads('PageUp', '2025-03-14')
  await leads('Home', '2025-03-10')
  await leads('t', '2025-03-20')
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('dialog', { name: 'Thursday, March 20' })).toBeTruthy()
})

test('when the panel closes the focus is back on its day', async () => {
  bind('Calendar', { View: () => view() })
  await open('2025-03-06')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(day('2025-03-06')))
})

test('month and week show the same days, and the keys lead out of them', async () => {
  bind('Calendar', { View: () => view() })
  await start()
  await userEvent.click(screen.getByLabelText('Month'))
  expect(screen.getAllByRole('table')).toHaveLength(1)
  day('2025-03-31').focus()
  await userEvent.keyboard('{ArrowRight}')
  await waitFor(() => expect(document.activeElement).toBe(day('2025-04-01')))
  expect(screen.getByRole('table', { name: 'April 2025' })).toBeTruthy()
  await userEvent.click(screen.getByLabelText('Week'))
  expect(screen.getByRole('heading', { name: 'Week of Monday, March 31' })).toBeTruthy()
  expect(document.querySelectorAll('[data-day]')).toHaveLength(5)
  await userEvent.click(screen.getByRole('button', { name: 'Week after' }))
  expect(screen.getByRole('heading', { name: 'Week of Monday, April 7' })).toBeTruthy()
  expect(router.rest).toEqual(['2024-25', 'week', '2025-04-08'])
})

test('the address says where one is', async () => {
  bind('Calendar', { View: () => view() })
  router.replace('calendar', '2024-25', 'month', '2025-02-05')
  render(Calendar)
  expect(await screen.findByRole('table', { name: 'February 2025' })).toBeTruthy()
})

test('it happened: one click, and the answer is seen at once', async () => {
  const go = bind('Calendar', { View: () => view(), Happened: () => view({ '2025-03-06': given }) })
  const panel = await open('2025-03-06')
  await userEvent.click(within(panel).getByRole('button', { name: 'Happened' }))
  expect(go.Happened).toHaveBeenCalledWith(query, ['s:2025-03-06:0'])
  expect(await within(panel).findByText('Given, 30 minutes')).toBeTruthy()
  expect(within(panel).queryByRole('button', { name: 'Happened' })).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(within(panel).getByRole('listitem')))
})

test('missed: the reason is asked, and choosing it writes it down', async () => {
  const go = bind('Calendar', { View: () => view(), Missed: () => view({ '2025-03-06': given }) })
  const panel = await open('2025-03-06')
  await userEvent.click(within(panel).getByRole('button', { name: 'Missed…' }))
  const reasons = within(panel).getByRole('group', { name: 'Why was it missed?' })
  await waitFor(() =>
    expect(document.activeElement).toBe(within(reasons).getByRole('button', { name: 'Therapist was out' })),
  )
  await userEvent.click(within(reasons).getByRole('button', { name: 'Child was out' }))
  expect(go.Missed).toHaveBeenCalledWith(query, ['s:2025-03-06:0'], 'student_absent')
})

test('several sessions of a day can be filled in together', async () => {
  const go = bind('Calendar', { View: () => view(), Happened: () => view({ '2025-03-19': given }) })
  const panel = await open('2025-03-19')
  await userEvent.click(within(panel).getByRole('button', { name: 'Yes, both happened' }))
  expect(go.Happened).toHaveBeenCalledWith(query, ['s:2025-03-19:0', 's:2025-03-19:1'])
})

test('what is filled in is a link to its row', async () => {
  bind('Calendar', { View: () => view() })
  const panel = await open('2025-03-18')
  expect(within(panel).queryByRole('button', { name: 'Happened' })).toBeNull()
  const link = within(panel).getByRole('link', { name: 'See it in the session log' })
  expect(link.getAttribute('href')).toBe('#/log/all/year/2024-25/open/s%3A2025-03-18%3A0')
})

test('what is ahead asks nothing', async () => {
  bind('Calendar', { View: () => view() })
  const panel = await open('2025-03-21')
  expect(within(panel).getByText('Planned, 30 minutes')).toBeTruthy()
  expect(within(panel).queryByRole('button', { name: 'Happened' })).toBeNull()
})

test('a closing is written into the calendar, and a refusal stands at its field', async () => {
  let refused = true
  const go = bind('Calendar', {
    View: () => view(),
    Close: () => {
      if (refused) throw refusal('backwards', 'end', 'the last day is before the first')
      return view()
    },
  })
  const panel = await open('2025-03-18')
  await userEvent.click(within(panel).getByRole('button', { name: 'Another closing…' }))
  await userEvent.type(within(panel).getByRole('textbox', { name: /^Name/ }), 'Ice day')
  await userEvent.click(within(panel).getByRole('button', { name: 'Write it in the calendar' }))
  const form = { calendar: 'h', id: '', first: '2025-03-18', last: '', name: 'Ice day', kind: 'holiday' }
  expect(go.Close).toHaveBeenCalledWith(query, form)
  const last = within(panel).getByLabelText(/^Last day/)
  await waitFor(() => expect(document.activeElement).toBe(last))
  expect(within(panel).getByText('the last day is before the first')).toBeTruthy()
  refused = false
  await userEvent.click(within(panel).getByRole('button', { name: 'Write it in the calendar' }))
  await waitFor(() => expect(within(panel).queryByRole('form')).toBeNull())
})

test('a closing can be changed and taken out', async () => {
  const go = bind('Calendar', { View: () => view(), TakeOut: () => view() })
  const panel = await open('2025-03-11')
  await userEvent.click(within(panel).getByRole('button', { name: 'Change it…' }))
  expect(within(panel).getByDisplayValue('Spring break')).toBeTruthy()
  await userEvent.click(within(panel).getByRole('button', { name: 'Cancel' }))
  await userEvent.click(within(panel).getByRole('button', { name: 'Take this closing out' }))
  expect(go.TakeOut).toHaveBeenCalledWith(query, 'closure', 'h', 'c')
})

test('another year is asked for, and T leads back to the year of today', async () => {
  const years = [
    { id: '2024-25', text: '2024-25' },
    { id: '2023-24', text: '2023-24' },
  ]
  const before = () => {
    const year = view({}, { years, query: { child: '', year: '2023-24', tried: [] } })
    for (const cell of year.months.flatMap((month) => month.weeks.flat())) cell.today = false
    return year
  }
  const go = bind('Calendar', {
    View: (asked: { year: string }) => (asked.year === '2023-24' ? before() : view({}, { years })),
  })
  render(Calendar)
  await userEvent.selectOptions(await screen.findByLabelText('School year'), '2023-24')
  expect(go.View).toHaveBeenLastCalledWith({ child: '', year: '2023-24', tried: [] })
  await waitFor(() => expect(document.querySelector('[aria-current=date]')).toBeNull())
  await userEvent.click(screen.getByText('Today'))
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-current')).toBe('date'))
})

test('without a calendar the page says what will be here', async () => {
  bind('Calendar', { View: () => view({}, { months: [], heading: '', lead: '' }) })
  render(Calendar)
  await userEvent.click(await screen.findByRole('button', { name: 'Go to Child & services' }))
  await waitFor(() => expect(location.hash).toBe('#/family'))
})
