import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { owed as fake } from '../../dev/owed'
import Owed from './Owed.svelte'

const user = userEvent.setup()

async function open(...rest: string[]) {
  router.replace('owed', ...rest)
  window.go = { app: { Owed: fake } as never }
  render(Owed)
  await screen.findByRole('heading', { name: 'Minutes owed' })
  return within(screen.getByRole('region', { name: /^Speech/ }))
}

beforeEach(() => frame.reset())

test('the page says at once what to make up means', async () => {
  await open()
  expect(document.body.textContent).toMatch(/“To make up” means/)
})

test('a number shows its dates, and hides them again', async () => {
  const speech = await open()
  const sum = speech.getByRole('button', { name: /Missed, to make up 90.min/ })
  expect(sum.getAttribute('aria-pressed')).toBe('false')
  expect(speech.queryByText('Thu Sep 12, 2024')).toBeNull()
  await user.click(sum)
  expect(sum.getAttribute('aria-pressed')).toBe('true')
  expect(document.getElementById(sum.getAttribute('aria-controls') ?? '')).toBeTruthy()
  const lines = within(document.getElementById(sum.getAttribute('aria-controls') ?? '')!)
  expect(lines.getAllByRole('button', { expanded: false })).toHaveLength(3)
  await user.click(sum)
  expect(speech.queryByText('Thu Sep 12, 2024')).toBeNull()
})

test('one number at a time: another shows its own dates', async () => {
  const speech = await open()
  await user.click(speech.getByRole('button', { name: /^Missed/ }))
  await user.click(speech.getByRole('button', { name: /^Ask the team/ }))
  expect(speech.getByRole('button', { name: /^Missed/ }).getAttribute('aria-pressed')).toBe('false')
  expect(speech.queryByText('Thu Sep 12, 2024')).toBeNull()
  expect(speech.getByText('Tue Jan 21, 2025')).toBeTruthy()
})

test('a number without dates is no button', async () => {
  const speech = await open()
  expect(speech.getByText('Make-up minutes that settle nothing so far').closest('button')).toBeNull()
})

test('a date opens to the session, the entry and the rule, and links to the log', async () => {
  const speech = await open()
  await user.click(speech.getByRole('button', { name: /^Missed/ }))
  const line = speech.getByRole('button', { name: /^Thu Sep 12, 2024/ })
  expect(speech.queryByText('What was planned')).toBeNull()
  await user.click(line)
  expect(line.getAttribute('aria-expanded')).toBe('true')
  const facts = within(document.getElementById(line.getAttribute('aria-controls') ?? '')!)
  expect(facts.getByText(/School was open/)).toBeTruthy()
  expect(facts.getByText(/Ms. Lane was ill/)).toBeTruthy()
  expect(facts.getByText(/Written by Mom/)).toBeTruthy()
  expect(facts.getByText(/IDELR 77/)).toBeTruthy()
  expect(facts.getByText(/the text itself was seen/)).toBeTruthy()
  expect(facts.getAllByRole('link').map((link) => link.getAttribute('href'))).toContain(
    '#/log/all/open/sp%3A2024-09-12',
  )
  await user.click(line)
  expect(line.getAttribute('aria-expanded')).toBe('false')
})

test('a line says what becomes of it: made up, some left, past its day', async () => {
  const speech = await open()
  await user.click(speech.getByRole('button', { name: /^Missed/ }))
  expect(speech.getByRole('button', { name: /^Thu Sep 12.*made up/ })).toBeTruthy()
  expect(
    speech.getByRole('button', { name: /^Thu Oct 10.*to make up 10.min left by Wed Jun 4, 2025/ }),
  ).toBeTruthy()
  expect(speech.getByRole('button', { name: /^Thu Nov 7.*past its day, Sat Mar 1, 2025/ })).toBeTruthy()
})

test('sessions not filled in lead to the log, with the service chosen', async () => {
  const speech = await open()
  expect(speech.getByText('2 sessions are not filled in.')).toBeTruthy()
  expect(speech.getByRole('link', { name: 'Fill in the log' }).getAttribute('href')).toBe(
    '#/log/not_filled_in/series/c1%2Fsp',
  )
})

test('a link to one service shows its open dates at once', async () => {
  Element.prototype.scrollIntoView = () => undefined
  const speech = await open('c1/sp')
  expect(speech.getByRole('button', { name: /^Left to make up/ }).getAttribute('aria-pressed')).toBe('true')
  expect(speech.getByText('Thu Oct 10, 2024')).toBeTruthy()
})

test('a number that sessions not filled in may change is a range, and opens to their dates and entries', async () => {
  const speech = await open()
  await user.click(speech.getByRole('button', { name: /Ask the team 30 to 90.min/ }))
  const lines = within(speech.getByRole('region', { name: 'Ask the team' }))
  expect(lines.getByText(/depends on the sessions that are not filled in/)).toBeTruthy()
  const date = lines.getByRole('link', { name: 'Wed Mar 19, 2025' })
  expect(date.getAttribute('href')).toBe('#/log/all/open/sp%3A2025-03-19')
  expect(speech.getByText(/If none did, it is 330 minutes given/)).toBeTruthy()
})

test('minutes in a larger group stand apart, with their dates', async () => {
  const speech = await open()
  expect(speech.getByText('These minutes count as given. Nothing is taken off for the group.')).toBeTruthy()
  await user.click(speech.getByText(/50 minutes were given in a group of 3/))
  expect(speech.getByRole('link', { name: 'about Thu Mar 6, 2025' })).toBeTruthy()
})

test('readings stand side by side, the one in force marked, and a difference leads to its entry', async () => {
  const speech = await open()
  expect(speech.queryByText('60 or 90 minutes to make up, by 2 readings')).toBeNull()
  await user.click(speech.getByText('The same plan, read in other ways'))
  expect(await speech.findByText('60 or 90 minutes to make up, by 2 readings')).toBeTruthy()
  const row = speech.getByRole('row', { name: /^Session by session/ })
  expect(row.textContent).toMatch(/counted here.*90/s)
  expect(speech.getByRole('row', { name: /^Period by period/ }).textContent).not.toMatch(/counted here/)
  const entry = speech.getByRole('link', { name: 'Show Thu Sep 12, 2024' })
  expect(entry.getAttribute('href')).toBe('#/log/all/open/sp%3A2024-09-12')
})

test('a line leads to the rule, and the service to whose rule it is', async () => {
  const speech = await open()
  expect(speech.getByRole('link', { name: 'Whose rule' }).getAttribute('href')).toBe('#/rule/p1')
  await user.click(speech.getByRole('button', { name: /^Missed/ }))
  await user.click(speech.getByRole('button', { name: /^Thu Sep 12, 2024/ }))
  expect(speech.getByRole('link', { name: 'Show the rule' }).getAttribute('href')).toBe(
    '#/rule/p1?reason=provider_absent',
  )
})
