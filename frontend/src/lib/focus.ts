/** Puts the focus somewhere when what had it is gone: on the node, else on the page's heading. */
export function focusOr(node: HTMLElement | null | undefined): void {
  const heading = document.querySelector<HTMLElement>('main h1')
  ;(node?.isConnected ? node : heading)?.focus({ preventScroll: !node?.isConnected })
}
