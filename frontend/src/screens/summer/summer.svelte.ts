import { createContext } from 'svelte'
import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import type { SummerForm } from '$lib/views/family'
import type { PageView } from '$lib/views/page'
import type { AgreeForm, SummersView } from '$lib/views/summer'

export const [summerHere, provideSummer] = createContext<Summers>()

export class Summers extends Screen<SummersView, string> {
  protected door = go.Summer
  protected query = () => frame.now.child
  /** The form that is open. */
  period = $state<SummerForm>()
  agree = $state<AgreeForm>()
  /** The page that is read before it is saved, and whose it is. */
  page = $state.raw<PageView>()
  #of = ''

  change = (form: SummerForm): void => {
    this.clear()
    this.period = structuredClone(form)
  }

  write = (form: AgreeForm): void => {
    this.clear()
    this.agree = structuredClone(form)
  }

  cancel = (): void => {
    this.period = undefined
    this.agree = undefined
    this.page = undefined
    this.clear()
  }

  save = async (): Promise<boolean> => {
    const period = $state.snapshot(this.period)
    const agree = $state.snapshot(this.agree)
    const done = period
      ? await this.act((child) => go.Summer.Save(child, period))
      : agree !== undefined && (await this.act((child) => go.Summer.SaveAgreed(child, agree)))
    if (done) this.cancel()
    return done
  }

  planOwn = (id: string) => this.act((child) => go.Summer.PlanOwn(child, id))

  /** Takes back what the open form is about. */
  strike = async (): Promise<boolean> => {
    const id = this.period?.id ?? ''
    const rows = this.agree?.rows.map((row) => row.id).filter(Boolean) ?? []
    const done = id
      ? await this.act((child) => go.Summer.Remove(child, id))
      : await this.act((child) => go.Summer.RemoveAgreed(child, rows))
    if (done) this.cancel()
    return done
  }

  read = async (of: string): Promise<void> => {
    this.#of = of
    this.page = await this.peek(() => go.Summer.Statement(of))
  }

  savePage = () => this.act((child) => go.Summer.SaveStatement(child, this.#of))
}
