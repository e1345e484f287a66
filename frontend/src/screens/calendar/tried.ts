/** The weekdays of an address: TU,WE. */
export function triedDays(days: string): string[] {
  return days.split(',').filter(Boolean)
}
