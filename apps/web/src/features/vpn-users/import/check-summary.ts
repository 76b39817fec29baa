import type { CheckedRow } from './precheck.ts'

export const countWords = (count: number, one: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`

const groupsOf = ({ row, problems, isFit }: CheckedRow): string[] => {
  if (row.isSkipped) return ['skipped']
  return isFit ? ['fit'] : ['wrong', ...new Set(problems.map(({ kind }) => kind))]
}

const named: Readonly<Record<string, string>> = {
  fit: 'Can be imported',
  wrong: 'With a problem',
  skipped: 'Skipped',
}

/** The rows of one kind: `all`, `fit`, `wrong`, `skipped`, or what is wrong with them. */
export const ofKind = (checked: readonly CheckedRow[], kind: string): readonly CheckedRow[] =>
  kind === 'all' ? checked : checked.filter((one) => groupsOf(one).includes(kind))

/** How many rows are of which kind, in words to choose from. */
export const summaryOf = (checked: readonly CheckedRow[]) => {
  const counts = new Map<string, number>()
  for (const kind of checked.flatMap(groupsOf)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const of = (kind: string) => counts.get(kind) ?? 0
  const order = ['fit', 'wrong', 'skipped']
  const kinds = [...counts.keys()].toSorted((a, b) => {
    const [first, second] = [order.indexOf(a), order.indexOf(b)].map((at) => (at === -1 ? order.length : at))
    return (first ?? 0) - (second ?? 0) || a.localeCompare(b)
  })
  const room = checked.filter(({ problems }) => problems.some(({ field }) => field === 'room')).length
  const parts = [`${countWords(of('fit'), 'row')} can be imported`]
  if (of('wrong') > 0) parts.push(`${of('wrong')} with a problem`)
  if (of('skipped') > 0) parts.push(`${of('skipped')} skipped`)
  return {
    fit: of('fit'),
    room,
    words: parts.join(', '),
    options: [
      { value: 'all', label: `All rows (${checked.length})` },
      ...kinds.map((kind) => ({ value: kind, label: `${named[kind] ?? kind} (${of(kind)})` })),
    ],
  }
}
