import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi, type Mock } from 'vitest'
import { frame } from '$lib/frame.svelte'
import type { Frame, StartView } from '$lib/views/frame'
import type { TodayView } from '$lib/views/today'
import { bind } from '../dev/go'
import '../screens/start/Start.svelte'
import '../screens/today/Today.svelte' // fetched beforehand: it is slow here
import App from './App.svelte'

const base: Frame = {
  today: { iso: '2025-03-20', text: 'Thu Mar 20, 2025' },
  sample: false,
  child: '',
  children: [{ id: 'c1', text: 'Nora' }],
  undo: 'marked a session given',
  redo: '',
  did: '',
  saved: '',
  notices: [],
  seconds: 10,
  hidden: false,
  begin: '',
  locked: false,
  reading: false,
}

const none = { code: '', text: '', advice: '', folder: '', anyway: '' }
const open = (change: Partial<Frame> = {}): StartView => ({
  state: 'open',
  rescue: none,
  door: { keys: [] },
  typed: '',
  frame: { ...base, ...change },
})

const today = (change: Partial<Frame> = {}): TodayView => ({
  frame: { ...base, ...change },
  heading: 'Thursday, March 20',
  lead: '',
  asks: [],
  earlier: 0,
  checkIn: 0,
  reasons: [],
  next: [],
  balances: [],
  meaning: '',
  confirm: [],
  before: false,
  promises: [],
  break: { key: '', text: '' },
  copy: { key: '', text: '' },
  makeUps: [],
})

let menu: (name: string) => void
let go: Record<string, Record<string, Mock>>

async function show(change: Partial<Frame> = {}) {
  location.hash = '#/today'
  frame.reset()
  vi.stubGlobal('scrollTo', vi.fn())
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }))
  vi.stubGlobal('runtime', {
    EventsOn: (name: string, listen: (name: string) => void) => {
      if (name === 'menu') menu = listen
      return () => undefined
    },
  })
  go = {
    Start: bind('Start', { View: () => open(change), Own: () => ({ ...open(), state: 'fresh' }) }),
    Settings: bind('Settings', {
      View: () => ({ zoom: 100, theme: 'system', keys: true }),
      Save: (view: unknown) => view,
    }),
    Today: bind('Today', {
      View: () => today(change),
      Undo: () => today({ ...change, undo: '', did: 'undone', saved: '2:14 pm' }),
    }),
  }
  render(App)
  await screen.findByRole('heading', { level: 1, name: 'Thursday, March 20' })
}

beforeEach(() => document.documentElement.removeAttribute('style'))

test('the page has its landmarks, its name and where one is', async () => {
  await show()
  const nav = screen.getByRole('navigation', { name: 'Screens' })
  expect(within(nav).getByRole('link', { current: 'page' }).textContent?.trim()).toBe('Today')
  expect(screen.getAllByRole('main')).toHaveLength(1)
  expect(document.title).toBe('Thursday, March 20 · Midweek')
  await userEvent.click(screen.getByRole('button', { name: 'Skip to the page' }))
  expect(document.activeElement).toBe(screen.getByRole('main'))
})

test('the child can be switched when there are two', async () => {
  await show()
  expect(screen.queryByRole('combobox', { name: 'Child' })).toBeNull()
  frame.take({ ...base, children: [...base.children, { id: 'c2', text: 'Theo' }] })
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Child' }), 'Theo')
  expect(go.Today!.View).toHaveBeenLastCalledWith('c2')
})

test('the sample family says so and leads to one’s own record', async () => {
  await show({ sample: true })
  expect(screen.getByText(/Sample family\..*Thu Mar 20, 2025/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Start my own record' }))
  expect(await screen.findByRole('heading', { name: 'Welcome to Midweek' })).toBeTruthy()
})

test.each([
  ['the keys', () => userEvent.keyboard('{Control>}z{/Control}')],
  ['the menu', async () => menu('undo')],
  ['the sidebar', () => userEvent.click(screen.getByRole('button', { name: 'Undo' }))],
])('%s undo', async (_where, undo) => {
  await show()
  await undo()
  await waitFor(() => expect(go.Today!.Undo).toHaveBeenCalledTimes(1))
  expect(await screen.findByText('Saved 2:14 pm')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Undo' }).disabled).toBe(true)
})

test('undo in a text field is the field’s own', async () => {
  await show()
  const input = document.body.appendChild(document.createElement('input'))
  document.execCommand = vi.fn(() => true)
  input.focus()
  await userEvent.keyboard('{Control>}z{/Control}')
  expect(document.execCommand).toHaveBeenCalledWith('undo')
  expect(go.Today!.Undo).not.toHaveBeenCalled()
  input.remove()
})

test('text size and theme come from the menu and are kept', async () => {
  await show()
  menu('larger')
  menu('theme-dark')
  expect(document.documentElement.style.fontSize).toBe('110%')
  expect(document.documentElement.dataset.theme).toBe('dark')
  expect(go.Settings!.Save).toHaveBeenLastCalledWith({ zoom: 110, theme: 'dark', keys: true })
  menu('normal')
  expect(document.documentElement.style.fontSize).toBe('100%')
})

test('a page that is not there leads back', async () => {
  await show()
  location.hash = '#/nowhere'
  expect(await screen.findByRole('link', { name: 'Go to Today' })).toBeTruthy()
})

test('a notice about the record names its entries', async () => {
  await show({
    notices: [{ code: 'aside', text: 'These entries cannot be used.', rows: ['session s1', '<b>x</b>'] }],
  })
  await userEvent.click(screen.getByText('Show the 2 entries'))
  expect(screen.getByText('<b>x</b>')).toBeTruthy()
})
