/** Names of rows, as they were at one time: never changed, only followed by another. */
export type Names = ReadonlySet<string>

export const namesOf = (list: Iterable<string> = []): Names => new Set(list)

/** The same names with this one turned round: in when it was out, out when it was in. */
export function turned(names: Names, name: string): Names {
  return names.has(name) ? namesOf([...names].filter((each) => each !== name)) : namesOf([...names, name])
}
