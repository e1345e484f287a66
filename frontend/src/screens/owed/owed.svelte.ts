import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import type { OwedView } from '$lib/views/owed'

export class Owed extends Screen<OwedView, string> {
  protected door = go.Owed
  protected query = () => frame.now.child
}
