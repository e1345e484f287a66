// Makes the tables of days that schools are often closed on: the holidays of
// each state from the npm package date-holidays, and religious days from the
// calendars that Node itself knows. Run by hand when a table is to reach
// further; the program and its build do not need it.
//
//	mkdir DAYS && cd DAYS && npm init -y && npm install date-holidays@3.37.0
//	node REPOSITORY/tools/starter_days.mjs DAYS REPOSITORY/internal/core/calendar
//
// Needs Node 20 or newer with full calendar data (the default).
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const [folder, out] = process.argv.slice(2)
if (!out) throw new Error('usage: node starter_days.mjs FOLDER_WITH_DATE_HOLIDAYS OUTPUT_FOLDER')
const require = createRequire(resolve(folder, 'package.json'))
const Holidays = require('date-holidays')
const { version } = JSON.parse(readFileSync(join(folder, 'node_modules/date-holidays/package.json')))

const FIRST = 2024
const LAST = 2041 // the school year 2040-41 ends in it

const day = (date) => date.toISOString().slice(0, 10)
const utc = (text) => new Date(text + 'T12:00:00Z')
const weekend = (text) => [0, 6].includes(utc(text).getUTCDay())
const years = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i)

// What the country keeps: its own rules stand in federal.go.
const country = new Holidays('US')
const federal = new Map() // day → name
const named = new Map() // name → days
for (const year of years) {
  for (const h of country.getHolidays(year)) {
    if (h.type !== 'public') continue
    const on = h.date.slice(0, 10)
    const name = h.name.replace(' (substitute day)', '')
    federal.set(on, name)
    if (!h.substitute) named.set(name, [...(named.get(name) ?? []), on])
  }
}

// Nevada's Family Day and West Virginia's Lincoln's Day are the day after
// Thanksgiving (NRS 236.015, W. Va. Code 2-2-1); the source has the fourth
// Friday, a week early when November begins on one. That day stands with the
// habits of schools.
const wrong = (h) => h.rule === '4th friday in November'

const code = (name) =>
  ({ 'Juneteenth': 'juneteenth', 'Martin Luther King Jr. Day': 'martin_luther_king_day' })[name] ??
  name.toLowerCase().replaceAll("'", '').replaceAll(' ', '_')

const states = Object.keys(country.getStates('us')).sort()
const entries = new Map()
const without = {}
for (const state of states) {
  const calendar = new Holidays('US', state)
  const kept = new Set()
  for (const year of years) {
    const ofYear = calendar.getHolidays(year).filter((h) => h.type === 'public')
    for (const h of ofYear) kept.add(h.date.slice(0, 10))
    for (const h of ofYear) {
      const on = h.date.slice(0, 10)
      const moved = !h.substitute && ofYear.some((o) => o.substitute && o.name.startsWith(h.name))
      if (federal.has(on) || weekend(on) || moved || wrong(h)) continue
      const name = h.name.replace(' (substitute day)', '').replaceAll('\u2019', "'")
      const own = ofYear.find((o) => h.substitute && !o.substitute && h.name.startsWith(o.name))?.date.slice(0, 10)
      const key = [state, name, h.rule.replace(/^substitutes (\S+).*/, '$1').replace(/ and if.*/, '')].join('|')
      const entry = entries.get(key) ?? { name, state, days: [] }
      entry.days.push(own && own !== on ? `${on} for ${own}` : on)
      entries.set(key, entry)
    }
  }
  for (const [name, days] of named) {
    if (!days.some((on) => kept.has(on))) (without[code(name)] ??= []).push(state)
  }
}

// States that keep a day on the same dates share a row.
const rows = new Map()
for (const { name, state, days } of entries.values()) {
  const key = name + days.sort()
  const row = rows.get(key) ?? { name, states: [], days }
  row.states.push(state)
  rows.set(key, row)
}
const holidays = [...rows.values()].sort((a, b) => (a.name + a.states < b.name + b.states ? -1 : 1))

write('starter_states.json', {
  about: 'Holidays of single states beside the federal ones, on weekdays. "A for B": B falls on a weekend and A is the day off.',
  source: `date-holidays ${version} (npm), public holidays of type "public"`,
  license: 'Facts derived from date-holidays, data under CC BY-SA 3.0 (its package also names CC BY 3.0), code ISC, (c) commenthol and the authors it names. This file is under CC BY-SA 3.0.',
  first: FIRST, last: LAST, not_kept: without, holidays,
})

// Religious days. Each is the day; a feast begins on the evening before.
const found = { eid_al_fitr: [], eid_al_adha: [], rosh_hashanah: [], yom_kippur: [], passover: [], lunar_new_year: [] }
const parts = (calendar) => new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { month: 'long', day: 'numeric', timeZone: 'UTC' })
const islamic = parts('islamic-umalqura')
const hebrew = parts('hebrew')
for (let d = utc(`${FIRST}-01-01`); day(d) <= `${LAST}-12-31`; d = new Date(d.getTime() + 864e5)) {
  const i = islamic.format(d)
  const h = hebrew.format(d)
  if (i === 'Shawwal 1') found.eid_al_fitr.push(day(d))
  if (i === 'Dhuʻl-Hijjah 10') found.eid_al_adha.push(day(d))
  if (h === '1 Tishri') found.rosh_hashanah.push(day(d))
  if (h === '10 Tishri') found.yom_kippur.push(day(d))
  if (h === '15 Nisan') found.passover.push(day(d))
}
// Node's own Chinese calendar is a day off in some years; the package's is
// computed from the moon.
const moon = new Holidays('US')
moon.setHoliday('chinese 01-0-01', 'Lunar New Year')
for (const year of years) {
  found.lunar_new_year.push(moon.getHolidays(year).find((h) => h.name === 'Lunar New Year').date.slice(0, 10))
}
for (const [name, days] of Object.entries(found)) {
  if (days.length < years.length) throw new Error(`${name}: only ${days.length} days found`)
}
write('starter_religious.json', {
  about: 'Religious days. A community that looks for the moon, or counts from another place, may keep a day one off.',
  source: `Calendars of Node ${process.versions.node} (islamic-umalqura, hebrew); the Lunar New Year from date-holidays ${version}`,
  first: FIRST, last: LAST, days: found,
})

// A row a line, so that a change can be read.
function write(name, table) {
  const lines = Object.entries(table).map(([key, value]) => {
    if (Array.isArray(value)) return `  "${key}": [\n${value.map((v) => '    ' + JSON.stringify(v)).join(',\n')}\n  ]`
    if (value && typeof value === 'object')
      return `  "${key}": {\n${Object.entries(value).map(([k, v]) => `    "${k}": ${JSON.stringify(v)}`).join(',\n')}\n  }`
    return `  "${key}": ${JSON.stringify(value)}`
  })
  writeFileSync(join(out, name), `{\n${lines.join(',\n')}\n}\n`)
}
