import { go } from '$lib/api'
import { frame } from '$lib/frame.svelte'
import { Screen } from '$lib/screen.svelte'
import type { ProofView } from '$lib/views/proof'

export class Proof extends Screen<ProofView, string> {
  protected door = go.Proof
  protected query = () => frame.now.child

  showFiles = () => this.act((child) => go.Proof.ShowFiles(child))
  copyReport = () => this.act((child) => go.Proof.CopyReport(child))
  saveReport = () => this.act((child) => go.Proof.SaveReport(child))
}
