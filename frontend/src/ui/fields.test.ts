import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import CheckBox from './CheckBox.svelte'
import Chips from './Chips.svelte'
import DayInput from './DayInput.svelte'
import MinutesInput from './MinutesInput.svelte'
import RadioList from './RadioList.svelte'
import Select from './Select.svelte'
import TextArea from './TextArea.svelte'
import SecretInput from './SecretInput.svelte'
import TextInput from './TextInput.svelte'
import TimeInput from './TimeInput.svelte'
import ToggleGroup from './ToggleGroup.svelte'
import { isoDay, shownDay } from './day'

const days = [
  { id: 'MO', text: 'Monday' },
  { id: 'TU', text: 'Tuesday' },
  { id: 'WE', text: 'Wednesday' },
]

test('a field says its hint and what was refused to whoever is in it', async () => {
  const field = { label: 'Your name', hint: 'It stands beside what you write.', value: '' }
  const { rerender } = render(TextInput, field)
  const input = screen.getByRole('textbox', { name: 'Your name' })
  expect(input.getAttribute('aria-invalid')).toBeNull()
  await rerender({ ...field, error: 'this is missing; add it' })
  expect(input.getAttribute('aria-invalid')).toBe('true')
  const described = input.getAttribute('aria-describedby')!.split(' ')
  const words = described.map((id) => document.getElementById(id)?.textContent?.trim())
  expect(words).toEqual(['It stands beside what you write.', 'this is missing; add it'])
})

test('what is typed stays text', async () => {
  render(TextArea, { label: 'Note', value: '<img src=x onerror=alert(1)>' })
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('<img src=x onerror=alert(1)>')
  expect(document.querySelector('img')).toBeNull()
})

test('a name for the ear only is still a name', () => {
  render(TextInput, { label: 'Find', hideLabel: true, value: '' })
  expect(screen.getByRole('textbox', { name: 'Find' })).toBeTruthy()
})

test('a choice is told by its id', async () => {
  const onpick = vi.fn()
  render(Select, { label: 'Day', choices: days, none: '', value: '', onpick })
  expect(screen.getByRole('option', { name: 'Choose…' })).toBeTruthy()
  await userEvent.selectOptions(screen.getByLabelText('Day'), 'Tuesday')
  expect(onpick).toHaveBeenCalledWith('TU')
})

test.each([
  ['45', 45],
  [' 30 ', 30],
  ['0', 0],
  ['-5', -5],
  ['30 min', null],
  ['1.5', null],
  ['', null],
])('minutes: %o is %o', async (typed, minutes) => {
  const onpick = vi.fn()
  render(MinutesInput, { label: 'Minutes', value: 7, onpick })
  const input = screen.getByRole<HTMLInputElement>('textbox')
  await userEvent.clear(input)
  if (typed) await userEvent.type(input, typed)
  await userEvent.tab()
  expect(onpick).toHaveBeenLastCalledWith(minutes)
  expect(input.value).toBe(typed)
})

test.each([
  ['3/11/2025', '2025-03-11'],
  ['03-11-2025', '2025-03-11'],
  ['8/24/26', '2026-08-24'],
  ['2025-03-11', '2025-03-11'],
  [' 2/30/2025 ', '2025-02-30'],
  ['next week', 'next week'],
])('the calendar of %s opens at %s', (typed, iso) => expect(isoDay(typed)).toBe(iso))

test.each([
  ['2025-03-11', '3/11/2025'],
  ['2025-12-01', '12/1/2025'],
  [' 2025-03-11 ', '3/11/2025'],
  ['8/24/26', '8/24/26'],
  ['Aug 24', 'Aug 24'],
  ['', ''],
])('the day %o is shown as %o', (value, shown) => expect(shownDay(value)).toBe(shown))

test('a day is handed on as typed, and an ISO day is shown as families write it', async () => {
  const onpick = vi.fn()
  render(DayInput, { label: 'On', value: '', onpick })
  const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'On' })
  await userEvent.type(input, '2025-03-11')
  expect(input.value).toBe('2025-03-11')
  await userEvent.tab()
  expect(onpick).toHaveBeenLastCalledWith('2025-03-11')
  expect(input.value).toBe('3/11/2025')
  await userEvent.clear(input)
  await userEvent.type(input, '8/24')
  await userEvent.tab()
  expect(onpick).toHaveBeenLastCalledWith('8/24')
  expect(input.value).toBe('8/24')
})

test('Tab leads from a day field past its button', async () => {
  render(DayInput, { label: 'On', value: '' })
  await userEvent.tab()
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'On' }))
  await userEvent.tab()
  expect(document.activeElement).toBe(document.body)
})

test('a time field has its name', () => {
  render(TimeInput, { label: 'Begins at', value: '10:00' })
  expect(screen.getByLabelText<HTMLInputElement>('Begins at').value).toBe('10:00')
})

test('one of a list, by the arrow keys too', async () => {
  const onpick = vi.fn()
  render(RadioList, { label: 'Which day?', choices: days, value: 'MO', onpick })
  screen.getByRole('radio', { name: 'Monday' }).focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(onpick).toHaveBeenCalledWith('TU')
  expect(screen.getByRole('group', { name: 'Which day?' })).toBeTruthy()
})

test('looks at one thing are radio buttons, with counts where there are some', async () => {
  const onpick = vi.fn()
  const choices = [
    { id: 'all', text: 'All', count: 12 },
    { id: 'missed', text: 'Missed', count: 3 },
  ]
  render(ToggleGroup, { label: 'Show', choices, value: 'all', look: 'loose', onpick })
  await userEvent.click(screen.getByRole('radio', { name: /Missed\s3/ }))
  expect(onpick).toHaveBeenCalledWith('missed')
})

test('several of a few keep the order of the choices', async () => {
  const onpick = vi.fn()
  render(Chips, { label: 'Days', choices: days, values: ['WE'], error: 'choose two', onpick })
  await userEvent.click(screen.getByRole('checkbox', { name: 'Monday' }))
  expect(onpick).toHaveBeenLastCalledWith(['MO', 'WE'])
  await userEvent.click(screen.getByRole('checkbox', { name: 'Wednesday' }))
  expect(onpick).toHaveBeenLastCalledWith(['MO'])
  expect(screen.getByText('choose two')).toBeTruthy()
})

test('a box can stand for some of what it covers', async () => {
  const onpick = vi.fn()
  render(CheckBox, { label: 'All rows', checked: false, some: true, hideLabel: true, onpick })
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'All rows' })
  expect(box.indeterminate).toBe(true)
  await userEvent.click(box)
  expect(onpick).toHaveBeenCalledWith(true)
})

test('what is typed into a field for a secret is no draft, shown or not', async () => {
  render(SecretInput, { label: 'Passphrase', value: '' })
  const input = screen.getByLabelText<HTMLInputElement>('Passphrase')
  expect(input.type).toBe('password')
  await userEvent.click(screen.getByRole('button', { name: 'Show' }))
  expect(input.type).toBe('text')
  expect(input.closest('[data-secret]')).toBeTruthy()
  expect(input.autocomplete).toBe('off')
})
