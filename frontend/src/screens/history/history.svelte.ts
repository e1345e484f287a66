import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { router } from '$lib/router.svelte'
import { Screen } from '$lib/screen.svelte'
import type { HistoryQuery, HistoryView, Original, RedactForm, RedactView } from '$lib/views/history'

export class History extends Screen<HistoryView, HistoryQuery> {
  protected door = go.History
  protected query = (): HistoryQuery => {
    const [noun = '', id = '', part = ''] = router.rest
    return { child: frame.now.child, noun, id, part }
  }

  /** What a removal would do, as it was asked last. */
  preview = $state.raw<RedactView>()

  strike = (because: string) => this.act((query) => go.History.Strike(query, because))

  original = (hash: string): Promise<Original | undefined> =>
    this.peek((query) => go.History.Original(query, hash))

  /** Asks what removing these texts would do; none stands for all of them. */
  look = async (texts: string[]): Promise<void> => {
    await this.idle()
    this.preview = await this.peek((query) => go.History.Preview(query, texts))
  }

  remove = async (form: RedactForm): Promise<boolean> => {
    const done = await this.act((query) => go.History.Remove(query, form))
    if (done) this.preview = undefined
    return done
  }
}
