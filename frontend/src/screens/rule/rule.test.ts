import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { bind, refusal } from '../../dev/go'
import { rule as fake, ruleView } from '../../dev/rule'
import Rule from './Rule.svelte'

const user = userEvent.setup()
const last = (calls: unknown[][] | undefined) => calls?.at(-1)?.[1]
const slow = { timeout: 20_000 }

async function open(...rest: string[]) {
  router.replace('rule', ...rest)
  const go = bind('Rule', fake)
  render(Rule)
  await screen.findByRole('heading', { name: 'Whose rule' })
  return go
}

beforeEach(() => {
  frame.reset()
  Element.prototype.scrollIntoView = () => undefined
})

test('each reason is a question with its answer, and who says so is one click away', slow, async () => {
  await open('p1')
  const item = within(screen.getByText(/When the therapist is out/).closest('li')!)
  expect(item.getByText('Yes, to make up')).toBeTruthy()
  const fold = item.getByText('Who says so').closest('details')!
  expect(fold.open).toBe(false)
  await user.click(item.getByText('Who says so'))
  expect(fold.open).toBe(true)
  expect(fold.textContent).toMatch(/School Based Therapy Services.*the text itself was seen/s)
  expect(fold.textContent).toMatch(/last seen/)
})

test('a link to a reason finds it open', slow, async () => {
  location.hash = '#/rule/p1?reason=student_absent'
  const stop = router.start(() => null)
  bind('Rule', fake)
  render(Rule)
  await screen.findByRole('heading', { name: 'Whose rule' })
  const item = screen.getByText(/When the child is out/).closest('li')!
  expect(item.querySelector('details')?.open).toBe(true)
  stop()
})

test('a question is changed from a day on, and what would change is told first', slow, async () => {
  const go = await open('p1')
  await user.click(screen.getByRole('button', { name: /^Change: When the child is out/ }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('From which day?'), '9/10/2026')
  await user.selectOptions(dialog.getByLabelText(/When the child is out/), 'yes')
  expect(await dialog.findByText('2 lines would be answered otherwise.')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  expect(last(go.Save?.mock.calls)).toMatchObject({
    dated: true,
    from: '9/10/2026',
    answers: [
      { reason: 'provider_absent', answer: '' },
      { reason: 'student_absent', answer: 'yes' },
    ],
  })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('what the chosen set says stands where nothing of one’s own is said', slow, async () => {
  await open('p1')
  await user.click(screen.getByRole('button', { name: 'Correct: From the beginning' }))
  const dialog = within(await screen.findByRole('dialog'))
  const choice = dialog.getByLabelText<HTMLSelectElement>(/When the child is out/)
  expect(choice.options[0]?.text).toBe('As chosen above: no, for the record')
  await user.selectOptions(dialog.getByLabelText(/Whose answers/), 'md')
  expect(choice.options[0]?.text).toBe('Nothing said above, so: no, for the record')
  expect(dialog.getByText('By when a missed session is made up.')).toBeTruthy()
})

test('a refusal stands at the day', slow, async () => {
  await open('p1')
  const why = 'what was missed on Thu Sep 3, 2026 has been made up'
  bind('Rule', { ...fake, Save: () => Promise.reject(refusal('settled', 'from', why)) })
  await user.click(screen.getByRole('button', { name: 'From a day on…' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('From which day?'), '9/1/2026')
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  expect(await dialog.findByText(why)).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(dialog.getByLabelText('From which day?')))
})

test('the team answers all of a reason, or what is left of it', slow, async () => {
  const go = await open('p1', 'asks')
  await user.click(screen.getByRole('button', { name: /^Answer all 2/ }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByLabelText('Yes, to make up'))
  await user.click(dialog.getByLabelText('Tue Jan 7, 2025'))
  await user.type(dialog.getByLabelText(/Who said so/), 'Ms. Hall')
  await user.click(dialog.getByRole('button', { name: 'Write it down' }))
  expect(last(go.Decide?.mock.calls)).toMatchObject({
    keys: ['sp:2025-01-09'],
    answer: 'yes',
    by: 'Ms. Hall',
  })
})

test('the plan’s own words say what they mean', slow, async () => {
  const go = await open('p1', 'clause')
  await user.click(screen.getByRole('button', { name: 'Write it down' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText("The plan's own words"), 'Missed sessions are made up.')
  await user.type(dialog.getByLabelText('Page'), '12')
  await user.click(dialog.getByLabelText('Yes, to make up'))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  expect(last(go.SaveClause?.mock.calls)).toMatchObject({
    text: 'Missed sessions are made up.',
    page: '12',
    others: 'yes',
  })
})

test('without a plan it says so', slow, async () => {
  router.replace('rule')
  bind('Rule', {
    ...fake,
    View: () => ruleView({ plan: '', plans: [], phases: [], questions: [], asks: [] }),
  })
  render(Rule)
  expect(await screen.findByText('There is no plan yet')).toBeTruthy()
})
