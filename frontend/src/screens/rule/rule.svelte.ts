import { createContext } from 'svelte'
import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { Screen } from '$lib/screen.svelte'
import type { ClauseForm, DecisionForm, RuleForm, RuleQuery, RuleView } from '$lib/views/rule'

export const [ruleHere, provideRule] = createContext<Rule>()

/** A form while it is open; `only` is the one reason it asks about. */
export type Editing =
  | { what: 'answers'; form: RuleForm; only: string }
  | { what: 'clause'; form: ClauseForm }
  | { what: 'decision'; form: DecisionForm }

export class Rule extends Screen<RuleView, RuleQuery> {
  protected door = go.Rule
  /** The plan of the address; where that names none, the one shown. */
  protected query = (): RuleQuery => ({
    child: frame.now.child,
    plan: router.rest[0] ?? this.view?.plan ?? '',
  })
  editing = $state<Editing>()

  edit = (editing: Editing): void => {
    this.clear()
    this.editing = structuredClone($state.snapshot(editing) as Editing)
  }

  close = (): void => {
    this.clear()
    this.editing = undefined
  }

  /** Answers from a day on, with nothing said yet. */
  fromADay = (view: RuleView, only = ''): void => {
    const answers = view.questions.map(({ reason }) => ({ reason, answer: '' }))
    const blank = { was: '', from: '', pack: '', name: '', judged: '', days: null, note: '' }
    this.edit({ what: 'answers', form: { ...blank, dated: true, answers }, only })
  }

  /** The same answer from the beginning, or from a day on: what was chosen for the one reason goes along. */
  turn = (view: RuleView, dated: boolean): void => {
    const editing = this.editing
    const base = view.phases[0]?.form
    if (editing?.what !== 'answers' || !base) return
    const { only } = editing
    const chosen = editing.form.answers.find(({ reason }) => reason === only)?.answer ?? ''
    if (dated) this.fromADay(view, only)
    else this.edit({ what: 'answers', form: base, only })
    const row =
      this.editing?.what === 'answers' && this.editing.form.answers.find(({ reason }) => reason === only)
    if (row && chosen) row.answer = chosen
  }

  decide = (keys: string[]): void =>
    this.edit({ what: 'decision', form: { keys, answer: '', on: frame.now.today.iso, by: '', note: '' } })

  save = async (): Promise<boolean> => {
    const editing = $state.snapshot(this.editing) as Editing | undefined
    if (!editing || !(await this.act((query) => this.#saved(query, editing)))) return false
    this.close()
    return true
  }

  removeChange = async (from: string): Promise<boolean> => {
    const done = await this.act((query) => go.Rule.RemoveChange(query, from))
    if (done) this.close()
    return done
  }

  removeClause = (): Promise<boolean> => {
    this.editing = { what: 'clause', form: { text: '', page: '', answers: [], others: '' } }
    return this.save()
  }

  withdraw = (decision: string) => this.act((query) => go.Rule.Withdraw(query, decision))

  /** What a form would change; undefined while it cannot be read. */
  would = (form: RuleForm) => go.Rule.Would(this.query(), form).catch(() => undefined)

  #saved(query: RuleQuery, editing: Editing): Promise<RuleView> {
    if (editing.what === 'clause') return go.Rule.SaveClause(query, editing.form)
    if (editing.what === 'decision') return go.Rule.Decide(query, editing.form)
    return go.Rule.Save(query, editing.form)
  }
}
