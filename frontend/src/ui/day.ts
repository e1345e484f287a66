/** 3/11/2025 and 3-11-2025 as 2025-03-11; anything else as it was typed, for Go to read or to refuse. */
export function isoDay(typed: string): string {
  const text = typed.trim()
  const us = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (!us) return text
  const [, month = '', day = '', year = ''] = us
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
