// School calendars that nobody prints: for the year of the sample family, which stands at March 20, 2025.
import { names } from './hostile.mjs'

/** One all-day event; of several days with the day after its last, as calendar files have it. */
const event = (title, first, end) => ({ title, first, end })

const plain = (iso) => iso.replaceAll('-', '')
const escaped = (text) => text.replaceAll(/[\\;,]/g, '\\$&')

/** Events as a calendar file. */
export function feed(events, name = 'Larkspur Schools') {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', `X-WR-CALNAME:${escaped(name)}`]
  events.forEach(({ title, first, end }, at) =>
    lines.push(
      'BEGIN:VEVENT',
      `UID:${at}`,
      `DTSTART;VALUE=DATE:${plain(first)}`,
      ...(end ? [`DTEND;VALUE=DATE:${plain(end)}`] : []),
      `SUMMARY:${escaped(title)}`,
      'END:VEVENT',
    ),
  )
  return [...lines, 'END:VCALENDAR', ''].join('\r\n')
}

/** A spring that a family has not in its calendar yet, with concerts around it. */
export const spring = [
  event('No School for Students', '2025-03-25'),
  event('Teacher Workday', '2025-04-03'),
  event('Columbus Day', '2024-10-14'),
  event('Early Release 12:30 pm', '2025-04-09'),
  event('Asynchronous Remote Learning Day', '2025-04-16'),
  event('State Testing Window', '2025-04-21', '2025-04-24'),
  event('Spring Long Weekend - No School', '2025-05-01', '2025-05-03'),
  ...Array.from({ length: 60 }, (_, at) =>
    event(`Band Concert ${at + 1}`, `2025-04-${String(1 + (at % 28)).padStart(2, '0')}`),
  ),
]

/** The same, printed again: a closed day is a school day, another one is new. */
export const later = [
  ...spring.filter(({ first }) => first !== '2025-03-25'),
  event('No School - Water Main Repair', '2025-05-13'),
]

/** Titles that are meant to break the page, each on days off and on a day to ask about. */
export const nasty = names.flatMap((name, at) => [
  event(`${name} No School`, `2025-04-${String(at + 7).padStart(2, '0')}`),
  event(`Teacher Workday ${name}`, `2025-05-${String(at + 5).padStart(2, '0')}`),
])
