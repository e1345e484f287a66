import { vi, type Mock } from 'vitest'

type Methods = Record<string, (...args: never[]) => unknown>

/** Puts made-up methods of one bound struct where the page looks for them; gives them back as mocks. */
export function bind(struct: string, methods: Methods): Record<string, Mock> {
  const mocks = Object.fromEntries(
    Object.entries(methods).map(([name, answer]) => [
      name,
      vi.fn(async (...args) => answer(...(args as never[]))),
    ]),
  )
  window.go = { app: { ...window.go?.app, [struct]: mocks } } as unknown as typeof window.go
  return mocks
}

/** What Go throws for a refusal. */
export function refusal(code: string, field: string, text: string): Error {
  return new Error(JSON.stringify({ code, field, args: {}, text }))
}
