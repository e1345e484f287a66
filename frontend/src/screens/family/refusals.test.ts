import { expect, test } from 'vitest'
import { fieldOf, type Noun } from './refusals'

const cases: [noun: Noun, path: string, field: string][] = [
  ['child', 'name', 'name'],
  ['child', 'children[0].state', 'state'],
  ['year', 'first', 'first'],
  ['year', 'first_day', 'first'],
  ['year', 'calendars[2].last_day', 'last'],
  ['year', 'school_weekdays', 'weekdays'],
  ['closure', 'start', 'first'],
  ['closure', 'calendars[0].closures[3].end', 'last'],
  ['closure', 'name', 'name'],
  ['plan', 'end', 'last'],
  ['plan', 'calendar_ids[0]', 'calendars'],
  ['plan', 'policy_id', 'pack'],
  ['service', 'start', 'first'],
  ['service', 'from', 'from'],
  ['service', 'requirement.amount', 'amount'],
  ['service', 'requirement.minutes_per_session', 'minutes'],
  ['service', 'requirement.period', 'period'],
  ['service', 'requirement.every', 'every'],
  ['service', 'schedules[0].minutes', 'minutes'],
  ['service', 'plans[1].services[0].schedules[0].rrule', 'weekdays'],
  ['service', 'schedules[0].from', 'first'],
  ['service', 'group_size', 'group'],
  ['service', 'provider_id', 'provider'],
  ['service', 'verbatim', 'verbatim'],
  ['service', 'cycle.first', 'rhythm.first'],
  ['service', 'rhythm.on', 'rhythm.on'],
  ['late', 'first', 'first'],
]

test.each(cases)('%s: %s is said at %s', (noun, path, field) => {
  expect(fieldOf(noun, path)).toBe(field)
})

test.each(['', 'id', 'calendar', 'constructor', 'series_id'])('%s has no field of its own', (path) => {
  expect(fieldOf('service', path)).toBe('')
})
