import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import type { StartView } from '$lib/views/frame'
import type { KeyForm, LockKey, LockView, PlainForm, Purpose } from '$lib/views/lock'

/** What a dialog asks for. */
export type Asking = { what: 'change' | 'add' | 'keep' | 'plain' } | { what: 'remove'; key: LockKey }

export class Lock extends Screen<LockView, string> {
  protected door = go.Lock
  protected query = () => frame.now.child
  asking = $state.raw<Asking>()
  /** Keys are being made, step by step, in place of the page. */
  making = $state<Purpose>()

  ask = (asking: Asking): void => {
    this.clear()
    this.asking = asking
  }

  close = (): void => {
    this.asking = undefined
    this.clear()
  }

  make = (purpose: Purpose): void => {
    this.clear()
    this.making = purpose
  }

  made = (view: StartView): void => {
    this.making = undefined
    frame.take(view.frame)
    void this.load()
  }

  lockAfter = (minutes: number) => this.act((child) => go.Lock.Idle(child, minutes))
  unkeep = () => this.act((child) => go.Lock.Unkeep(child))

  save = (form: KeyForm): Promise<boolean> => {
    const what = this.asking?.what
    return this.act((child) => {
      if (what === 'add') return go.Lock.Add(child, form)
      if (what === 'remove') return go.Lock.Remove(child, form)
      return what === 'keep' ? go.Lock.Keep(child, form) : go.Lock.Change(child, form)
    })
  }

  plain = async (form: PlainForm): Promise<boolean> => {
    const view = await this.peek(() => go.Lock.Plain(form))
    if (view) this.made(view)
    return view !== undefined
  }
}
