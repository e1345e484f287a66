import { configure, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import type { ChildView, FamilyView, ServiceForm } from '$lib/views/family'
import { familyView } from '../../dev/family'
import { bind, refusal } from '../../dev/go'
import { drafts, keyOf } from './drafts'
import Family from './Family.svelte'

configure({ asyncUtilTimeout: 5000 })
const user = userEvent.setup()
const whole = familyView({ frame: { ...frame.now } })
const [nora] = whole.children as [ChildView]
const plan = nora.plans[0]!

/** The record of a family that has begun: with so much of it as is given. */
function begun(change: Partial<FamilyView> = {}, plans: ChildView['plans'] = []): FamilyView {
  return familyView({ frame: { ...frame.now }, children: [{ ...nora, plans }], calendars: [], ...change })
}

const button = (name: string | RegExp) => screen.findByRole('button', { name })
const last = (calls: unknown[][]) => calls.at(-1)?.[1]

beforeEach(() => {
  frame.reset()
  router.replace('family')
  for (const place of ['service/sp-2', 'service/new/p1', 'child/new', 'closure/y1/new'])
    drafts.drop(keyOf(place))
})

test('services are told in sentences, and each version of one is a click away', async () => {
  bind('Family', { View: () => whole })
  render(Family)
  const bar = within(await screen.findByRole('list', { name: /^Versions of this service/ }))
  expect(bar.getAllByRole('button').map((each) => each.textContent?.trim())).toEqual([
    'Since Mon Jan 20, 2025 3 × 20 min a week',
    'Until Sun Jan 19, 2025 2 × 30 min a week',
  ])
  const before = '2 sessions of 30 minutes a week, on Tuesday and Thursday at 10:00 am'
  expect(screen.getByText(/^3 sessions of 20 minutes a week/)).toBeTruthy()
  expect(screen.queryByText(before)).toBeNull()
  await user.click(bar.getByRole('button', { name: /^Until/ }))
  expect(screen.getByText(before)).toBeTruthy()
  expect(screen.getByText('Says so: page \u206812\u2069')).toBeTruthy()
  expect(screen.getByText('Entries are written as \u2068Mom\u2069.')).toBeTruthy()
})

test('a child of whom no service is known leads to the first steps', async () => {
  bind('Family', { View: () => begun() })
  render(Family)
  const link = await screen.findByRole('link', { name: 'Go on with the steps' })
  expect(link.getAttribute('href')).toBe('#/begin/c1')
})

test('a refusal stands at the field it names, and what was typed stays', async () => {
  const refused = refusal('out_of_bounds', 'requirement.minutes_per_session', 'too long a session')
  bind('Family', { View: () => whole, SaveService: () => Promise.reject(refused) })
  render(Family)
  await user.click((await screen.findAllByRole('button', { name: 'Add a service' }))[0]!)
  await user.click(screen.getByRole('radio', { name: 'Speech' }))
  const length = screen.getByLabelText('Minutes of one session')
  await user.type(length, '5000')
  await user.click(await button('Save'))
  await waitFor(() => expect(document.activeElement).toBe(length))
  expect(length.getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById(length.getAttribute('aria-describedby')!)?.textContent).toContain(
    'too long a session',
  )
  expect(length).toHaveProperty('value', '5000')
})

test('a refusal without a field stands in the form, and one of a row in the row', async () => {
  const refused = refusal('still_needed', '', 'a session still refers to this')
  bind('Family', { View: () => whole, Remove: () => Promise.reject(refused) })
  render(Family)
  await user.click((await screen.findAllByRole('button', { name: /^Remove: .*IEP/ }))[0]!)
  const said = await screen.findByText('a session still refers to this')
  expect(said.closest('[data-home]')?.getAttribute('aria-label')).toBe(plan.text)
})

test('a change of a service asks whether it was typed wrong or the plan changed', async () => {
  const sent: ServiceForm[] = []
  bind('Family', {
    View: () => whole,
    SaveService: (_child: string, form: ServiceForm) => {
      sent.push(form)
      return whole
    },
  })
  render(Family)
  await user.click(await button(/^Change: .*Speech.*3 sessions/))
  await user.click(await button('Save'))
  expect(await screen.findByText(/Choose one of these/)).toBeTruthy()
  expect(sent).toEqual([])

  await user.click(screen.getByRole('radio', { name: /The plan changed/ }))
  await user.click(await button('Save'))
  expect(await screen.findByText(/Write the day on which/)).toBeTruthy()
  expect(sent).toEqual([])

  await user.type(screen.getByLabelText('From which day?'), '2025-03-03')
  expect(screen.queryByLabelText('First day')).toBeNull()
  await user.click(await button('Save'))
  expect(sent).toMatchObject([{ id: 'sp-2', from: '2025-03-03', amount: 3 }])
  await waitFor(() =>
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Change: .*Speech.*3 sessions/),
  )
})

test('a rhythm that the form cannot show is told and kept', async () => {
  const go = bind('Family', { View: () => whole, SaveService: () => whole })
  render(Family)
  await user.click(await button(/^Change: .*handwriting/))
  expect(screen.getByRole('option', { name: /As it is now: .*Thursdays at 2:00 pm/ })).toBeTruthy()
  expect(screen.queryByRole('checkbox', { name: 'Thursday' })).toBeNull()
  await user.click(screen.getByRole('radio', { name: /I typed it wrong/ }))
  await user.click(await button('Save'))
  expect(last(go.SaveService!.mock.calls)).toMatchObject({
    otherRule: 'Thursdays at 2:00 pm for 20 minutes, 6 times in all',
    type: 'handwriting',
    from: '',
  })
})

test('what was typed and not saved is there again', async () => {
  bind('Family', { View: () => whole })
  const { unmount } = render(Family)
  await user.click(await button('Add another child'))
  await user.type(screen.getByLabelText('Name'), 'Ana')
  unmount()
  render(Family)
  expect(await screen.findByLabelText('Name')).toHaveProperty('value', 'Ana')
  await user.click(await button('Cancel'))
  await user.click(await button('Add another child'))
  expect(screen.getByLabelText('Name')).toHaveProperty('value', '')
})

test('a child without a name is not sent', async () => {
  const go = bind('Family', { View: () => whole, SaveChild: () => whole })
  render(Family)
  await user.click(await button('Add another child'))
  await user.click(await button('Save'))
  expect(await screen.findByText('Write a name. A nickname is enough.')).toBeTruthy()
  expect(go.SaveChild).not.toHaveBeenCalled()
})

test('after a day without school the next one can be typed at once', async () => {
  router.replace('family', 'years')
  const go = bind('Family', { View: () => whole, SaveClosure: () => whole })
  render(Family)
  const first = await screen.findByLabelText('First day')
  await user.type(first, '2025-02-14')
  await user.selectOptions(screen.getByLabelText('Kind'), 'pd_day')
  await user.type(screen.getByLabelText('Name'), 'Staff day{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(first))
  expect(go.SaveClosure).toHaveBeenCalledWith('', {
    calendar: 'y1',
    id: '',
    first: '2025-02-14',
    last: '',
    name: 'Staff day',
    kind: 'pd_day',
  })
  expect(first).toHaveProperty('value', '')
  expect(screen.getByLabelText('Name')).toHaveProperty('value', '')
  expect(screen.getByLabelText('Kind')).toHaveProperty('value', 'pd_day')
})

test('the answers of a pack are shown reason by reason, with where they come from', async () => {
  bind('Family', { View: () => whole })
  render(Family)
  await user.click(await button(/^Change: .*504 plan/))
  await user.selectOptions(screen.getByLabelText('Whose answers count?'), 'default-conservative')
  const [group] = screen.getAllByRole('group', { name: /^Change: .*504 plan/ })
  const told = within(group!)
  expect(told.getAllByRole('heading', { level: 4 }).map((each) => each.textContent)).toEqual([
    'to make up',
    'ask the team',
    'for the record',
  ])
  expect(told.queryByText('OSEP Letter to Balkman (1995)')).toBeNull() // a 504 plan is quoted nothing about IEPs
  expect(told.getByText(/a choice, not a rule/)).toBeTruthy()
  expect(told.getByText(/The law fixes no formula/)).toBeTruthy()
  await user.selectOptions(screen.getByLabelText('Whose answers count?'), 'county')
  expect(told.getByText(/a template/)).toBeTruthy()
})

test(
  'an amendment asks its day, its page and what changes; the old words stay',
  { timeout: 20_000 },
  async () => {
    const go = bind('Family', { View: () => whole, SaveService: () => whole })
    render(Family)
    await user.click(await button(/^The plan changed: .*Speech/))
    expect(screen.queryByLabelText('First day')).toBeNull()
    await user.click(await button('Save'))
    expect(await screen.findByText(/Write the day on which/)).toBeTruthy()
    await user.type(screen.getByLabelText('From which day?'), '2025-03-03')
    await user.type(screen.getByLabelText(/^Page of the change/), '5')
    await user.click(await button('Save'))
    expect(last(go.SaveService!.mock.calls)).toMatchObject({
      id: 'sp-2',
      from: '2025-03-03',
      page: '5',
      verbatim: '',
      amount: 3,
    })
  },
)

test('a move says who answers afterwards, and which services go', { timeout: 20_000 }, async () => {
  const go = bind('Family', { View: () => whole, Move: () => whole })
  render(Family)
  await user.click((await screen.findAllByRole('button', { name: /^Moved to another school/ }))[0]!)
  await user.type(screen.getByLabelText('New agency or district'), 'Oak district')
  await user.type(screen.getByLabelText('First day there'), '2025-03-03')
  await user.click(await button('Save'))
  expect(last(go.Move!.mock.calls)).toMatchObject({
    plan: 'p1',
    sheet: true,
    agency: 'Oak district',
    first: '2025-03-03',
    last: '',
    calendar: '',
  })
})
