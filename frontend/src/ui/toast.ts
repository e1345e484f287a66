let last: string | number | undefined

/**
 * Says what was done, for so many seconds, with a way back when there is one. What was said before goes away: its
 * way back would lead elsewhere now. The first screen stands without the toasts, so they are fetched here.
 */
export async function said(
  text: string,
  seconds: number,
  back?: { label: string; act: () => void },
): Promise<void> {
  const { toast } = await import('svelte-sonner')
  if (last !== undefined) toast.dismiss(last)
  last = toast(text, {
    duration: seconds * 1000,
    action: back && { label: back.label, onClick: back.act },
  })
}
