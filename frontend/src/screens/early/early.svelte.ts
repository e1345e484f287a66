import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import type { EarlyAsk, EarlyForm, EarlyView } from '$lib/views/early'

export class Early extends Screen<EarlyView, string> {
  protected door = go.Early
  protected query = () => frame.now.child

  save = (form: EarlyForm) => this.act((child) => go.Early.Save(child, form))
  /** What it would say today. */
  try = (form: EarlyForm): Promise<EarlyAsk[] | undefined> => this.peek(() => go.Early.Try(form))
}
