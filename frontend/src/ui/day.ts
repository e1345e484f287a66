/** 2025-03-11 as 3/11/2025; anything else as it stands. */
export function shownDay(value: string): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value.trim())
  if (!iso) return value
  const [, year = '', month = '', day = ''] = iso
  return [month.replace(/^0/, ''), day.replace(/^0/, ''), year].join('/')
}

/** 3/11/2025 and 3-11-25 as 2025-03-11, so that a calendar opens there; anything else as it stands. */
export function isoDay(typed: string): string {
  const text = typed.trim()
  const us = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text)
  if (!us) return text
  const [, month = '', day = '', year = ''] = us
  return `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
