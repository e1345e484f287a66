import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import type { CopiesView, CopyPreview, PortableForm } from '$lib/views/copies'

export class Copies extends Screen<CopiesView, string> {
  protected door = go.Copies
  protected query = () => frame.now.child

  make = () => this.act((child) => go.Copies.Make(child))
  /** The secret opens a copy from before a new key; empty otherwise. */
  preview = (name: string, secret: string): Promise<CopyPreview | undefined> =>
    this.peek(() => go.Copies.Preview(name, secret))
  restore = (name: string, secret: string) => this.act((child) => go.Copies.Restore(child, name, secret))
  unrestore = (secret: string) => this.act((child) => go.Copies.Unrestore(child, secret))
  drill = () => this.act((child) => go.Copies.Drill(child))
  /** Removes every copy from before now, for good. */
  older = () => this.act((child) => go.Copies.Older(child))
  /** Asks for a folder outside this computer, and copies there at once. */
  second = () => this.act((child) => go.Copies.Second(child))
  toSecond = () => this.act((child) => go.Copies.ToSecond(child))
  forget = () => this.act((child) => go.Copies.Forget(child))
  portable = (form: PortableForm) => this.act((child) => go.Copies.Portable(child, form))

  /** Whether what was asked last needs the secret of an earlier key. */
  get sealed(): boolean {
    const refused = this.refusal ?? this.failure
    return refused !== undefined && 'code' in refused && refused.code === 'copy_key'
  }
}
