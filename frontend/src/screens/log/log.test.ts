import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { frame } from '$lib/frame.svelte'
import { letters } from '$lib/keys'
import { router } from '$lib/router.svelte'
import { log as fake } from '../../dev/log'
import { papers } from '../../dev/papers'
import { drafts } from './drafts'
import Log from './Log.svelte'
import { sitting } from './sitting'

type Fake = typeof fake
const user = userEvent.setup()

/** Opens the log at a place, and gives the calls that reach Go. */
async function open(...rest: string[]) {
  router.replace('log', ...rest)
  const calls = Object.fromEntries(
    Object.entries(fake).map(([name, answer]) => [name, vi.fn(answer as () => unknown)]),
  ) as unknown as { [Name in keyof Fake]: ReturnType<typeof vi.fn> }
  window.go = { app: { Log: calls, Papers: papers } as never }
  render(Log)
  await screen.findByRole('heading', { name: 'Session log' })
  return calls
}

const rows = () => screen.queryAllByRole('row').filter((row) => row.dataset.place !== undefined)
const opener = (place: number) => within(rows()[place]!).getAllByRole('button')[0]!
const picked = () => within(document.body).queryAllByRole('checkbox', { checked: true })
const focused = () => document.activeElement?.closest('tr')?.dataset.place
const dialog = () => screen.findByRole('dialog')

beforeEach(() => {
  fake.reset()
  frame.reset()
  drafts.clear()
  sitting.knownBy = ''
  letters.on = true
})

test('the list is one stop of the Tab key, and arrows and letters move in it', async () => {
  await open()
  expect(rows().filter((row) => within(row).getAllByRole('button')[0]!.tabIndex === 0)).toHaveLength(1)
  opener(0).focus()
  await user.keyboard('j')
  expect(focused()).toBe('1')
  await user.keyboard('{ArrowDown}')
  expect(focused()).toBe('2')
  await user.keyboard('k{Home}{ArrowUp}')
  expect(focused()).toBe('0')
  await user.keyboard('{End}')
  expect(focused()).toBe(String(rows().length - 1))
  expect(opener(rows().length - 1).tabIndex).toBe(0)
})

test('the button of a row says which session it is and what came of it', async () => {
  await open()
  expect(
    screen.getByRole('button', { name: /^Speech, Tue Mar 11, 2025: Missed: therapist was out$/ }),
  ).toBeTruthy()
})

test('H marks the row that the keyboard is at, and the next one has the focus', async () => {
  const go = await open('not_filled_in')
  opener(1).focus()
  await user.keyboard('h')
  await waitFor(() => expect(rows()).toHaveLength(2))
  expect(go.Happened.mock.calls[0]?.[1]).toEqual(['sp:2025-03-18'])
  await waitFor(() => expect(focused()).toBe('1'))
})

test('letters do nothing once they are turned off, arrows still move', async () => {
  const go = await open()
  letters.on = false
  opener(1).focus()
  await user.keyboard('h{ArrowDown}')
  expect(go.Happened).not.toHaveBeenCalled()
  expect(focused()).toBe('2')
})

test('missed takes two clicks: the button and the reason', async () => {
  const go = await open('not_filled_in')
  await user.click(within(rows()[0]!).getByRole('button', { name: 'Missed…' }))
  await user.click(within(await dialog()).getByRole('button', { name: 'School activity' }))
  expect(go.Missed.mock.calls[0]?.slice(1)).toEqual([['ot:2025-03-19'], 'school_activity'])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(rows()).toHaveLength(2)
})

test('the rarer reasons stand behind one more click', async () => {
  await open()
  opener(2).focus()
  await user.keyboard('m')
  const why = await dialog()
  expect(within(why).getByText('More reasons').closest('details')?.open).toBe(false)
  expect(within(why).getByRole('button', { name: 'Therapist was out' })).toBe(document.activeElement)
})

test('catching up is the filter, all, and one button', async () => {
  const go = await open()
  await user.click(screen.getByRole('radio', { name: /^Not filled in/ }))
  await waitFor(() => expect(rows()).toHaveLength(3))
  await user.click(screen.getByRole('checkbox', { name: 'Pick all 3 shown' }))
  await user.click(screen.getAllByRole('button', { name: 'Happened' })[0]!)
  expect(go.Happened.mock.calls[0]?.[1]).toEqual(['ot:2025-03-19', 'sp:2025-03-18', 'sp:2025-02-25'])
  expect(await screen.findByText('All filled in')).toBeTruthy()
})

test('X picks, Shift with an arrow picks on, Ctrl+A picks all, Escape lets go', async () => {
  await open()
  opener(1).focus()
  await user.keyboard('x')
  expect(picked()).toHaveLength(1)
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  expect(picked()).toHaveLength(3)
  await user.keyboard('{Control>}a{/Control}')
  expect(picked()).toHaveLength(rows().length + 1)
  await user.keyboard('{Escape}')
  expect(picked()).toHaveLength(0)
})

test('a button of the bar says for how many of the picked it goes', async () => {
  const go = await open('make_ups')
  await user.click(screen.getByRole('checkbox', { name: 'Pick the one shown' }))
  expect(screen.queryByRole('button', { name: /^Happened/ })).toBeNull()
  await user.click(screen.getByRole('radio', { name: /^All/ }))
  await waitFor(() => expect(rows()).toHaveLength(10))
  await user.click(screen.getByRole('checkbox', { name: 'Pick all 10 shown' }))
  expect(screen.getByText(/^5 have an answer already/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Not sure (9)' }))
  expect(go.Unsure.mock.calls[0]?.[1]).not.toContain('mk-8')
})

test('striking asks why in the same step', async () => {
  const go = await open('missed')
  await user.click(screen.getByRole('checkbox', { name: /^Pick Speech, Tue Mar 11/ }))
  await user.click(screen.getByRole('button', { name: 'Strike…' }))
  const why = screen.getByLabelText(/Why is it struck/)
  expect(document.activeElement).toBe(why)
  await user.keyboard('Wrong day{Enter}')
  expect(go.Strike.mock.calls[0]?.slice(1)).toEqual([['sp:2025-03-11'], 'Wrong day'])
})

test('a struck row is struck, says by whom, and still opens to its history', async () => {
  await open('struck')
  expect(screen.getByText(/struck by Mom/)).toBeTruthy()
  await user.click(opener(0))
  const entry = await dialog()
  expect(within(entry).getByText('This entry is struck. It no longer counts.')).toBeTruthy()
  expect(within(entry).queryByRole('button', { name: 'Save' })).toBeNull()
  expect(within(entry).getAllByRole('listitem')).toHaveLength(3)
})

test('a refusal lands at its field, and nothing that was typed is lost', async () => {
  const go = await open()
  opener(2).focus()
  await user.keyboard('p')
  const entry = await dialog()
  await user.type(within(entry).getByLabelText(/^Note/), 'Fire drill')
  await user.keyboard('{Control>}{Enter}{/Control}')
  const minutes = within(entry).getByLabelText('Minutes given')
  await waitFor(() => expect(minutes.getAttribute('aria-invalid')).toBe('true'))
  expect(document.activeElement).toBe(minutes)
  expect(within(entry).getByText(/needs the minutes that were given/)).toBeTruthy()
  expect((within(entry).getByLabelText(/^Note/) as HTMLTextAreaElement).value).toBe('Fire drill')
  await user.type(minutes, '20')
  await user.click(within(entry).getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(go.Save.mock.calls.at(-1)?.[1]).toMatchObject({ status: 'partial', minutes: 20, note: 'Fire drill' })
})

test('a refusal at a field that the form does not show is said too', async () => {
  const go = await open()
  go.Save.mockRejectedValueOnce(
    new Error(
      JSON.stringify({
        code: 'no_such',
        field: 'sessions[0].schedule_id',
        args: {},
        text: 'no such schedule',
      }),
    ),
  )
  await user.click(opener(3))
  await user.click(within(await dialog()).getByRole('button', { name: 'Save' }))
  expect((await within(await dialog()).findByRole('alert')).textContent).toContain('no such schedule')
})

test('what was typed is kept when the form is closed, until it is thrown away', async () => {
  await open()
  await user.click(opener(3))
  await user.type(within(await dialog()).getByLabelText(/^Note/), ' And a song.')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.click(opener(3))
  const entry = await dialog()
  const note = () => (within(entry).getByLabelText(/^Note/) as HTMLTextAreaElement).value
  expect(note()).toMatch(/And a song\.$/)
  await user.click(within(entry).getByRole('button', { name: 'Start over' }))
  expect(note()).not.toMatch(/song/)
})

test('what the form does not show is not sent', async () => {
  const go = await open()
  await user.click(screen.getByRole('button', { name: /Tue Mar 4, 2025: Short/ }))
  const entry = await dialog()
  await user.click(within(entry).getByRole('radio', { name: 'Not sure' }))
  await user.click(within(entry).getByRole('button', { name: 'Save' }))
  expect(go.Save.mock.calls[0]?.[1]).toMatchObject({ status: 'unsure', minutes: null, reason: '' })
})

test('a make-up is added for a service, with its length, and pays the oldest first unless chosen', async () => {
  const go = await open()
  await user.click(screen.getByRole('button', { name: 'Add a make-up' }))
  const entry = await dialog()
  expect((within(entry).getByLabelText('Minutes given') as HTMLInputElement).value).toBe('30')
  await user.selectOptions(within(entry).getByLabelText('Service'), 'ot')
  expect((within(entry).getByLabelText('Minutes given') as HTMLInputElement).value).toBe('20')
  await user.click(await within(entry).findByRole('radio', { name: 'Sessions that I choose' }))
  await user.click(within(entry).getByRole('checkbox', { name: /^Tue Mar 4/ }))
  await user.click(within(entry).getByRole('button', { name: 'Save' }))
  expect(go.Save.mock.calls[0]?.[1]).toMatchObject({
    kind: 'makeup',
    service: 'ot',
    minutes: 20,
    on: '2025-03-20',
    pays: ['sp:2025-03-04'],
  })
})

test('what a make-up settles stays chosen when nothing of it is open any more', async () => {
  const go = await open()
  await user.click(screen.getByRole('button', { name: /Make-up, 20 minutes/ }))
  const entry = await dialog()
  expect(
    (within(entry).getByRole('radio', { name: 'Sessions that I choose' }) as HTMLInputElement).checked,
  ).toBe(true)
  await user.click(within(entry).getByRole('button', { name: 'Save' }))
  expect(go.Save.mock.calls[0]?.[1]).toMatchObject({ pays: ['sp:2025-02-11'] })
})

test('a link opens its entry, and once that is closed the keyboard is at the row', async () => {
  await open('all', 'open', 'sp:2025-03-11')
  expect(within(await dialog()).getByText(/Tue Mar 11, 2025 · 30/)).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(focused()).toBe('4'))
  expect(router.rest).toEqual(['all'])
})

test('a service of another child is not looked at any more', async () => {
  const go = await open('all', 'series', 'c2/sp')
  await waitFor(() => expect(router.rest).toEqual(['all']))
  await waitFor(() => expect(go.View.mock.calls.at(-1)?.[0]).toMatchObject({ series: '' }))
})

test('U says not sure of the row, and of all that are picked', async () => {
  const go = await open('not_filled_in')
  opener(0).focus()
  await user.keyboard('u')
  await waitFor(() => expect(go.Unsure.mock.calls[0]?.[1]).toEqual(['ot:2025-03-19']))
})

test('the totals of what is shown stand above it', async () => {
  await open()
  expect(screen.getByText(/110 to 170 given, 40 to 100 missed/)).toBeTruthy()
})

test('a row says how it was held, how it is known, and when it was written', async () => {
  await open()
  expect(screen.getByText('10:10 am to 10:30 am; in a group of 3; the plan says one to one')).toBeTruthy()
  const row = screen.getByRole('button', { name: /Thu Mar 13/ }).closest('tr')!
  expect(row.textContent).toMatch(/A note from school: Ms\. Lane · written Thu Mar 13, 2025/)
  expect(screen.getByText('entered 14 days later')).toBeTruthy()
})

test('times that say other minutes than are typed ask which hold, and the answer saves', async () => {
  const go = await open()
  opener(2).focus()
  await user.keyboard('p')
  const entry = await dialog()
  await user.type(within(entry).getByLabelText(/^Began/), '10:10')
  await user.type(within(entry).getByLabelText(/^Ended/), '10:28')
  await user.tab()
  expect(await within(entry).findByText(/is 18 minutes\. Leave this empty/)).toBeTruthy()
  await user.type(within(entry).getByLabelText('Minutes given'), '20')
  await user.click(within(entry).getByRole('button', { name: 'Save' }))
  await user.click(await within(entry).findByRole('button', { name: 'Keep 20 minutes' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(go.Save.mock.calls.at(-1)?.[1]).toMatchObject({
    began: '10:10',
    ended: '10:28',
    minutes: 20,
    keep: true,
  })
})

test('the times can be taken instead', async () => {
  const go = await open()
  opener(2).focus()
  await user.keyboard('p')
  const entry = await dialog()
  await user.type(within(entry).getByLabelText(/^Began/), '10:10')
  await user.type(within(entry).getByLabelText(/^Ended/), '10:28')
  await user.type(within(entry).getByLabelText('Minutes given'), '20')
  await user.click(within(entry).getByRole('button', { name: 'Save' }))
  await user.click(await within(entry).findByRole('button', { name: 'Take 18 minutes' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(go.Save.mock.calls.at(-1)?.[1]).toMatchObject({ minutes: 18, keep: false })
})

test('how it is known is offered again for the next entry, and who said so only where somebody did', async () => {
  const go = await open('not_filled_in')
  await user.click(opener(0))
  const entry = await dialog()
  await user.click(within(entry).getByRole('radio', { name: 'I saw it' }))
  expect(within(entry).queryByLabelText(/Who said so/)).toBeNull()
  await user.click(within(entry).getByRole('radio', { name: 'The therapist said so' }))
  await user.type(within(entry).getByLabelText(/Who said so/), 'Ms. Lane')
  await user.click(within(entry).getByRole('radio', { name: 'Happened' }))
  await user.click(within(entry).getByRole('button', { name: 'Save' }))
  expect(go.Save.mock.calls[0]?.[1]).toMatchObject({ knownBy: 'provider', saidBy: 'Ms. Lane' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.click(opener(0))
  const next = await dialog()
  const chip = within(next).getByRole('radio', { name: 'The therapist said so' }) as HTMLInputElement
  expect(chip.checked).toBe(true)
  expect((within(next).getByLabelText(/Who said so/) as HTMLInputElement).value).toBe('')
})

test('a group is asked for its size, and taken back without it', async () => {
  const go = await open()
  await user.click(opener(3))
  const entry = await dialog()
  await user.click(within(entry).getByRole('radio', { name: 'In a group' }))
  await user.type(within(entry).getByLabelText(/How many children/), '3')
  await user.click(within(entry).getByRole('checkbox', { name: 'The day may be off by a few days' }))
  await user.click(within(entry).getByRole('button', { name: 'Save' }))
  expect(go.Save.mock.calls[0]?.[1]).toMatchObject({ mode: 'group', size: 3, approx: true })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.click(screen.getByRole('button', { name: /Tue Mar 4, 2025: Short/ }))
  const grouped = await dialog()
  await user.click(within(grouped).getByRole('radio', { name: /As the plan says/ }))
  await user.click(within(grouped).getByRole('button', { name: 'Save' }))
  expect(go.Save.mock.calls[1]?.[1]).toMatchObject({ mode: '', size: null })
})

test('of a session that was not held, no times are sent', async () => {
  const go = await open()
  await user.click(screen.getByRole('button', { name: /Tue Mar 4, 2025: Short/ }))
  const entry = await dialog()
  await user.click(within(entry).getByRole('radio', { name: 'Missed' }))
  await user.click(within(entry).getByRole('button', { name: 'Save' }))
  expect(go.Save.mock.calls[0]?.[1]).toMatchObject({ began: '', ended: '', minutes: null })
})

test('a new make-up gives way to its times', async () => {
  const go = await open()
  await user.click(screen.getByRole('button', { name: 'Add a make-up' }))
  const entry = await dialog()
  await user.type(within(entry).getByLabelText(/^Began/), '10:10')
  await user.type(within(entry).getByLabelText(/^Ended/), '10:28')
  await user.tab()
  await waitFor(() =>
    expect((within(entry).getByLabelText('Minutes given') as HTMLInputElement).value).toBe(''),
  )
  await user.click(within(entry).getByRole('button', { name: 'Save' }))
  expect(go.Save.mock.calls[0]?.[1]).toMatchObject({ began: '10:10', ended: '10:28', minutes: null })
})
