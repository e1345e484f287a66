/** The bytes of an attachment, as Go has checked them: the page may ask for them by id and for nothing else. */
export const addressOf = (id: string): string => `/paper/${encodeURIComponent(id)}`

export async function bytesOf(id: string): Promise<ArrayBuffer> {
  // eslint-disable-next-line no-restricted-globals -- a file of the program's own, which no bound method could hand over in one piece
  const answer = await fetch(addressOf(id))
  if (!answer.ok) throw new Error('the attachment is not there')
  return answer.arrayBuffer()
}
