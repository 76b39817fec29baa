import { etagOf } from '../etag.ts'

// Each answer carries the id of its own call, first or last in the object: two that differ in it alone are the same.
const firstField = /^\s*\{\s*"request_id"\s*:\s*"[^"]*"\s*,?/
const lastField = /,?\s*"request_id"\s*:\s*"[^"]*"\s*\}\s*$/
// Looked for at the end only: in a list of thousands, a search of the whole would take longer than anything else.
const endLength = 256

/** The ETag of an answer of the cloud; weak, since it says "the same but for the id of the call". */
export const answerEtag = (text: string): string => {
  const end = lastField.exec(text.slice(-endLength))?.[0]
  const kept = end === undefined ? text : `${text.slice(0, -end.length)}}`
  return `W/${etagOf(kept.replace(firstField, '{'))}`
}
