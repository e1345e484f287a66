// What is looked at: a name, what is asked of the made-up answers (at), where (hash), what is done first (act).
import { all, click, press } from './act.mjs'

const year = { hash: '#/calendar' }
const month = { hash: '#/calendar/2024-25/month/2025-03-19' }
const week = { hash: '#/calendar/2024-25/week/2025-03-19' }
const day = (label) => (page) => page.locator(`[data-day="${label}"]`).click()

export const views = [
  { name: 'calendar-year', ...year },
  { name: 'calendar-year-dark', ...year, scheme: 'dark' },
  { name: 'calendar-year-two', ...year, at: '?two' },
  { name: 'calendar-year-narrow', ...year, width: 320 },
  { name: 'calendar-year-large', ...year, at: '?zoom=200' },
  { name: 'calendar-year-forced', ...year, more: { forcedColors: 'active' } },
  {
    name: 'calendar-year-keys',
    ...year,
    act: all(
      (page) => page.locator('[data-day="2025-03-20"]').focus(),
      press('PageUp', 'ArrowDown', 'ArrowRight'),
    ),
  },
  { name: 'calendar-month', ...month },
  { name: 'calendar-month-dark', ...month, scheme: 'dark' },
  { name: 'calendar-month-narrow', ...month, width: 320 },
  { name: 'calendar-month-long', ...month, at: '?long&two' },
  { name: 'calendar-month-large', ...month, at: '?zoom=200' },
  { name: 'calendar-month-forced', ...month, more: { forcedColors: 'active' } },
  { name: 'calendar-week', ...week },
  { name: 'calendar-week-dark', ...week, scheme: 'dark' },
  { name: 'calendar-week-narrow', ...week, width: 320 },
  { name: 'calendar-week-long', ...week, at: '?long&two' },
  { name: 'calendar-week-large', ...week, at: '?zoom=200' },
  { name: 'calendar-day', ...year, act: day('2025-03-19') },
  { name: 'calendar-day-dark', ...year, scheme: 'dark', act: day('2025-03-19') },
  { name: 'calendar-day-missed', ...year, act: all(day('2025-03-06'), click('Missed…')) },
  { name: 'calendar-day-filled', ...year, act: all(day('2025-03-06'), click('Happened')) },
  { name: 'calendar-day-closed', ...year, act: day('2025-03-11') },
  {
    name: 'calendar-day-narrow',
    ...year,
    width: 320,
    height: 640,
    act: all(day('2025-03-06'), click('Missed…')),
  },
  { name: 'calendar-day-long', ...year, at: '?long&two', act: day('2025-03-06') },
  { name: 'calendar-day-forced', ...year, more: { forcedColors: 'active' }, act: day('2025-03-06') },
  { name: 'calendar-close', ...year, at: '?two', act: all(day('2025-03-18'), click('Another closing…')) },
  {
    name: 'calendar-close-refused',
    ...year,
    act: all(
      day('2025-03-18'),
      click('Another closing…'),
      (page) => page.getByLabel('Last day').fill('2025-03-17'),
      click('Write it in the calendar'),
    ),
  },
  {
    name: 'calendar-close-narrow',
    ...year,
    width: 320,
    height: 640,
    act: all(day('2025-03-18'), click('Another closing…')),
  },
  { name: 'calendar-guess', ...year, at: '?guess' },
  { name: 'calendar-paint', ...year, act: click('Mark days closed') },
  { name: 'calendar-paint-two', ...year, at: '?two', act: click('Mark days closed') },
  { name: 'calendar-short', ...year, act: all(day('2025-03-19'), click('Short day…')) },
  { name: 'calendar-note', ...year, act: all(day('2025-03-19'), click('Not in person, or remote day…')) },
  { name: 'calendar-empty', ...year, at: '?bare' },
  { name: 'calendar-empty-narrow', ...year, at: '?bare', width: 320 },
]
