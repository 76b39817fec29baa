import { countWords } from './check-summary.ts'
import type { Sending } from './sending.ts'

/** How far an import is, in numbers and words. */
export const sendingCounts = ({ outcomes, waiting, batch }: Sending) => {
  const kinds = [...outcomes.values()].map(({ kind }) => kind)
  const of = (wanted: string) => kinds.filter((kind) => kind === wanted).length
  const left = waiting.length + (batch?.rows.length ?? 0)
  const [created, refused, unclear] = [of('created'), of('refused'), of('unclear')]
  const parts = [`${countWords(created, 'user')} created`]
  if (refused > 0) parts.push(`${refused} refused`)
  if (unclear > 0) parts.push(`${unclear} unclear`)
  if (left > 0) parts.push(`${left} to go`)
  const total = kinds.length + left
  return {
    created,
    refused: refused + unclear,
    percent: total === 0 ? 100 : (100 * kinds.length) / total,
    words: parts.join(', '),
  }
}
