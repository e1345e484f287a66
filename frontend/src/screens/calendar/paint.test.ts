import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import type { CalendarView, Cell, StrokeForm } from '$lib/views/calendar'
import { schoolYear } from '../../dev/calendar'
import { bind } from '../../dev/go'
import Calendar from './Calendar.svelte'
import { sameCells } from './kept'

function view(change: Record<string, Partial<Cell>> = {}): CalendarView {
  const year = schoolYear()
  year.months = year.months.filter((month) => ['2025-03', '2025-04'].includes(month.id))
  for (const month of year.months)
    month.weeks = month.weeks.map((week) => week.map((cell) => ({ ...cell, ...change[cell.iso] })))
  return { ...year, frame: frame.now }
}

const query = { child: '', year: '2024-25', tried: [] }
const day = (iso: string) => {
  const button = document.querySelector<HTMLElement>(`[data-day="${iso}"]`)
  if (!button) throw new Error(`${iso} is not there`)
  return button
}
const marked = () =>
  [...document.querySelectorAll('[data-day]:has(.brush-shut)')].map(
    (each) => (each as HTMLElement).dataset.day,
  )
const stroke = (first: string, last: string, more: Partial<StrokeForm> = {}) => ({
  calendar: 'h',
  first,
  last,
  open: false,
  name: '',
  kind: 'holiday',
  ...more,
})

async function brush() {
  render(Calendar)
  await userEvent.click(await screen.findByRole('button', { name: 'Mark days closed' }))
  await waitFor(() => expect(document.activeElement).toBe(day('2025-03-20')))
}

beforeEach(() => {
  frame.reset()
  router.replace('calendar')
})

test('Enter and Space mark the day on which the keys stand', async () => {
  const go = bind('Calendar', { View: () => view(), Paint: () => view() })
  await brush()
  await userEvent.keyboard('{Enter}{ArrowRight} ')
  await waitFor(() => expect(go.Paint).toHaveBeenCalledTimes(2))
  expect(go.Paint).toHaveBeenNthCalledWith(1, query, stroke('2025-03-20', '2025-03-20'))
  expect(go.Paint).toHaveBeenNthCalledWith(2, query, stroke('2025-03-21', '2025-03-21'))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('Shift and an arrow stretch over days, and Escape drops the stroke, then leaves', async () => {
  const go = bind('Calendar', { View: () => view(), Paint: () => view() })
  await brush()
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
  await waitFor(() => expect(marked()).toEqual(['2025-03-20', '2025-03-21', '2025-03-24']))
  expect(screen.getByText('From Thursday, March 20 to Monday, March 24')).toBeTruthy()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(marked()).toEqual([]))
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{Enter}')
  await waitFor(() => expect(go.Paint).toHaveBeenCalledTimes(1))
  expect(go.Paint).toHaveBeenCalledWith(query, stroke('2025-03-24', '2025-03-31'))
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('group', { name: 'What is marked' })).toBeNull())
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('dialog')).toBeTruthy()
})

test('N leads to the name, Enter back to the days, E to the eraser', async () => {
  const go = bind('Calendar', { View: () => view(), Paint: () => view() })
  await brush()
  await userEvent.keyboard('n')
  await userEvent.type(document.activeElement as HTMLElement, 'Field day')
  await userEvent.selectOptions(screen.getByLabelText('Kind'), 'pd_day')
  screen.getByLabelText('Name').focus()
  await userEvent.keyboard('{Enter}')
  expect(document.activeElement).toBe(day('2025-03-20'))
  await userEvent.keyboard('{Enter}')
  await waitFor(() =>
    expect(go.Paint).toHaveBeenCalledWith(
      query,
      stroke('2025-03-20', '2025-03-20', { name: 'Field day', kind: 'pd_day' }),
    ),
  )
  await userEvent.keyboard('e{Enter}')
  await waitFor(() => expect(go.Paint).toHaveBeenCalledTimes(2))
  expect(go.Paint).toHaveBeenLastCalledWith(query, expect.objectContaining({ open: true }))
})

test('a drag shows at once, skips what is outside the year, and is one stroke', async () => {
  let answer = (_view: CalendarView) => {}
  const go = bind('Calendar', {
    View: () => view(),
    Paint: () => new Promise<CalendarView>((done) => (answer = done)),
  })
  await brush()
  HTMLElement.prototype.setPointerCapture = () => {}
  const over = (iso: string) => (document.elementFromPoint = () => day(iso))
  const pointer = { pointerId: 1, isPrimary: true, button: 0 }
  await fireEvent.pointerDown(day('2025-04-02'), pointer)
  over('2025-03-28')
  await fireEvent.pointerMove(day('2025-04-02'), pointer)
  expect(marked()).toEqual(['2025-03-28', '2025-03-31', '2025-04-01', '2025-04-02'])
  await fireEvent.pointerUp(day('2025-04-02'), pointer)
  await waitFor(() => expect(go.Paint).toHaveBeenCalledWith(query, stroke('2025-04-02', '2025-03-28')))
  expect(marked()).toHaveLength(4)

  // A second stroke while the first is on its way waits for it and is not lost.
  await fireEvent.pointerDown(day('2025-04-10'), pointer)
  await fireEvent.pointerUp(day('2025-04-10'), pointer)
  expect(go.Paint).toHaveBeenCalledTimes(1)
  expect(marked()).toHaveLength(5)
  answer(view())
  await waitFor(() => expect(go.Paint).toHaveBeenCalledTimes(2))
  answer(view())
  await waitFor(() => expect(marked()).toEqual([]))
})

test('a stroke that is broken off is forgotten', async () => {
  const go = bind('Calendar', { View: () => view(), Paint: () => view() })
  await brush()
  const pointer = { pointerId: 1, isPrimary: true, button: 0 }
  HTMLElement.prototype.setPointerCapture = () => {}
  await fireEvent.pointerDown(day('2025-04-02'), pointer)
  await fireEvent.pointerCancel(day('2025-04-02'), pointer)
  expect(marked()).toEqual([])
  await fireEvent.pointerDown(day('2025-04-02'), { ...pointer, button: 2 })
  await fireEvent.pointerUp(day('2025-04-02'), { ...pointer, button: 2 })
  expect(go.Paint).not.toHaveBeenCalled()
})

test('a snow day is written by one button, and a session may have been given all the same', async () => {
  const closed = {
    closed: 'Weather',
    state: 'closed',
    sessions: view()
      .months.flatMap((month) => month.weeks.flat())
      .filter(({ iso }) => iso === '2025-03-19')
      .flatMap(({ sessions }) => sessions)
      .map((session) => ({ ...session, state: 'closed', text: 'Not given, school closed' })),
  }
  const go = bind('Calendar', {
    View: () => view(),
    Close: () => view({ '2025-03-19': closed }),
    Happened: () => view(),
  })
  render(Calendar)
  await screen.findByText('School year 2024-25')
  await userEvent.click(day('2025-03-19'))
  const panel = screen.getByRole('dialog')
  await userEvent.click(within(panel).getByRole('button', { name: /snow or emergency/ }))
  expect(go.Close).toHaveBeenCalledWith(query, {
    calendar: 'h',
    id: '',
    first: '2025-03-19',
    last: '',
    name: '',
    kind: 'weather',
  })
  const anyway = await within(panel).findAllByRole('button', { name: 'It was given anyway' })
  await userEvent.click(anyway[0] as HTMLElement)
  expect(go.Happened).toHaveBeenCalledWith(query, ['s:2025-03-19:0'])
})

test('every Wednesday: the form begins with the whole year, and a refusal stands at its field', async () => {
  const go = bind('Calendar', { View: () => view(), Shorten: () => view() })
  render(Calendar)
  await screen.findByText('School year 2024-25')
  await userEvent.click(day('2025-03-19'))
  const panel = screen.getByRole('dialog')
  await userEvent.click(within(panel).getByRole('button', { name: 'Short day…' }))
  await userEvent.click(within(panel).getByLabelText('Every Wednesday'))
  await fireEvent.input(within(panel).getByLabelText('School ends at'), { target: { value: '12:30' } })
  await userEvent.click(within(panel).getByRole('button', { name: 'Write it in the calendar' }))
  expect(go.Shorten).toHaveBeenCalledWith(query, {
    calendar: 'h',
    id: '',
    first: '2024-08-12',
    last: '2025-06-04',
    name: '',
    kind: '',
    weekdays: ['WE'],
    opening: '',
    dismissal: '12:30',
  })
})

test('an answer brings new cells only for the days that it changed', () => {
  const old = view()
  const fresh = sameCells(old, view({ '2025-04-02': { closed: 'Ice' } }))
  const cells = (of: CalendarView) => of.months.flatMap((month) => month.weeks.flat())
  const changed = cells(fresh).filter((cell, place) => cell !== cells(old)[place])
  expect(changed.map(({ iso }) => iso)).toEqual(['2025-04-02'])
})
