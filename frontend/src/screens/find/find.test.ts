import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi, type Mock } from 'vitest'
import { finding } from '$lib/finding.svelte'
import { helping } from '$lib/helping.svelte'
import type { FindItem, FindView } from '$lib/views/find'
import { bind } from '../../dev/go'
import FindDialog from './Find.svelte'
import { Find } from './find.svelte'

const item = (title: string, change: Partial<FindItem> = {}): FindItem => ({
  title: [{ text: title, found: false }],
  words: [],
  on: '',
  state: '',
  key: '',
  does: '',
  to: '',
  child: '',
  ...change,
})

const answers: Record<string, FindView> = {
  '': {
    query: { child: '', text: '' },
    groups: [
      { id: 'go', text: 'Go to', items: [item('Today', { does: 'today', key: 'Ctrl+1' })], more: '' },
      { id: 'do', text: 'Do', items: [item('Dark', { does: 'theme-dark' })], more: '' },
    ],
    said: '',
  },
  fire: {
    query: { child: '', text: 'fire' },
    groups: [
      {
        id: 'sessions',
        text: 'Sessions',
        items: [
          item('Nora: Speech', {
            words: [
              { text: 'Fire', found: true },
              { text: ' drill', found: false },
            ],
            to: '#/log/all/open/sp%3A1',
          }),
          item('Theo: OT', { to: '#/log/all/open/ot%3A1' }),
        ],
        more: '3 more. Type another word to see fewer.',
      },
    ],
    said: '5 found',
  },
}
const nothing = (text: string): FindView => ({
  query: { child: '', text },
  groups: [],
  said: 'Nothing found',
})

let view: Mock
const act = vi.fn()

beforeEach(() => {
  act.mockReset()
  location.hash = '#/today'
  helping.close()
  const methods = bind('Find', { View: ({ text }: { text: string }) => answers[text] ?? nothing(text) })
  view = methods.View as Mock
  finding.start()
})
afterEach(() => {
  finding.open = false
})

const field = () => screen.findByLabelText('Find a word, a day or a page')

test('it begins with what the window can do, and does the first of it with Enter', async () => {
  render(FindDialog, { onact: act })
  const input = await field()
  await waitFor(() => expect(document.activeElement).toBe(input))
  await screen.findByText('Dark')
  const options = screen.getAllByRole('option')
  expect(options.map((option) => option.getAttribute('aria-selected'))).toEqual(['true', 'false'])
  expect(input.getAttribute('aria-activedescendant')).toBe(options[0]?.id)
  expect(options[0]?.closest('[role=group]')?.textContent).toMatch(/^Go to/)
  await userEvent.keyboard('{ArrowDown}')
  expect(input.getAttribute('aria-activedescendant')).toBe(options[1]?.id)
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(act).toHaveBeenCalledWith('today'))
  expect(finding.open).toBe(false)
})

test('what is typed is asked once the fingers rest, and Enter leads to its place', async () => {
  render(FindDialog, { onact: act })
  await userEvent.type(await field(), 'fire{Enter}')
  await waitFor(() => expect(location.hash).toBe('#/log/all/open/sp%3A1'))
  expect(view.mock.calls.map(([query]) => query.text)).toEqual(['', 'fire'])
})

test('the words are marked, the rest is counted, and how much was found is said', async () => {
  render(FindDialog, { onact: act })
  await userEvent.type(await field(), 'fire')
  const group = await screen.findByRole('group', { name: 'Sessions' })
  expect(group.querySelector('mark')?.textContent).toBe('Fire')
  expect(within(group).getByText(/^3 more/)).toBeTruthy()
  expect(screen.getByRole('status').textContent).toBe('5 found')
})

test('what is not there is said to be so', async () => {
  render(FindDialog, { onact: act })
  await userEvent.type(await field(), 'xyzzy')
  expect(await screen.findByText('Nothing was found for “xyzzy”.')).toBeTruthy()
  expect(screen.queryByRole('listbox')).toBeNull()
  expect((await field()).getAttribute('aria-expanded')).toBe('false')
  await userEvent.keyboard('{Enter}')
  expect(finding.open).toBe(true)
})

test('a word of the school is found in help', async () => {
  render(FindDialog, { onact: act })
  await userEvent.type(await field(), 'esy')
  const group = await screen.findByRole('group', { name: 'Help' })
  await userEvent.click(within(group).getByRole('option', { name: /^ESY/ }))
  expect([helping.open, helping.page]).toEqual([true, 'words'])
})

test('letters typed before the field is there are not lost', async () => {
  const press = (key: string, more = {}) => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, ...more })
    finding.hear(event)
    return event.defaultPrevented
  }
  expect([press('f'), press('i'), press('k', { ctrlKey: true }), press('Escape')]).toEqual([
    true,
    true,
    false,
    false,
  ])
  render(FindDialog, { onact: act })
  const input = await field()
  await waitFor(() => expect((input as HTMLInputElement).value).toBe('fi'))
  expect(press('r')).toBe(false)
})

test('Enter pressed before the field is there chooses what was typed', async () => {
  for (const key of ['d', 'a', 'Enter', 'x'])
    finding.hear(new KeyboardEvent('keydown', { key, cancelable: true }))
  render(FindDialog, { onact: act })
  await waitFor(() => expect(finding.open).toBe(false))
})

test('of two answers on their way the one asked for last counts', async () => {
  const late: ((view: FindView) => void)[] = []
  bind('Find', { View: () => new Promise((done) => late.push(done)) })
  const find = new Find()
  find.text = 'fir'
  const first = find.load()
  find.text = 'fire'
  const second = find.load()
  late[1]?.(answers.fire!)
  await second
  late[0]?.(nothing('fir'))
  await first
  expect(find.answered).toBe('fire')
  expect(find.groups.map((group) => group.id)).toEqual(['sessions', 'help'])
})

test('a failure is told, and the next answer takes its place', async () => {
  bind('Find', { View: () => Promise.reject(new Error('the disk is gone')) })
  render(FindDialog, { onact: act })
  expect(await screen.findByText('the disk is gone')).toBeTruthy()
  bind('Find', { View: () => answers[''] })
  await userEvent.type(await field(), 'zz')
  expect(await screen.findByText('Dark')).toBeTruthy()
})
