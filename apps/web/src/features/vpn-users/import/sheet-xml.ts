import { mostLines, UnreadableSheet, type CellFlag } from './sheet.ts'

/** The sheet's XML without what its reader would stumble over, and remarks by row and column. */
export type PreparedSheet = { xml: string; flags: ReadonlyMap<number, readonly CellFlag[]> }

const rowPattern = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g
const cellPattern = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g

const columnOf = (address: string) =>
  Array.from(/^[A-Z]+/.exec(address)?.[0] ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const attribute = (text: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1]

type JudgedCell = { keep: boolean; words?: string }

/** A formula counts by the value that was stored with it; one that was never calculated, or failed, has none. */
const judge = (attributes: string, content: string): JudgedCell => {
  const value = /<v\b[^>]*>([^<]*)<\/v>/.exec(content)?.[1] ?? ''
  const hasFormula = /<f\b/.test(content)
  if (attribute(attributes, 't') === 'e')
    return { keep: false, words: `The cell holds the error ${value}: it was left empty.` }
  if (!hasFormula) return { keep: value !== '' || content.includes('<is') }
  if (value === '') return { keep: false, words: 'The cell is a formula without a stored value: it was left empty.' }
  return { keep: true, words: 'The cell is a formula: the value stored with it was taken.' }
}

/** Leaves out empty cells and rows, and says where formulas and errors are. */
export const prepareSheet = (xml: string): PreparedSheet => {
  const flags = new Map<number, CellFlag[]>()
  let count = 0
  const prepared = xml.replace(rowPattern, (_, attributes: string, content: string | undefined) => {
    if (content === undefined) return ''
    let isFilled = false
    const cells = content.replace(cellPattern, (cell: string, ofCell: string, inside: string | undefined) => {
      const { keep, words } = judge(ofCell, inside ?? '')
      const address = attribute(ofCell, 'r') ?? ''
      if (words !== undefined) {
        const row = Number(/\d+$/.exec(address)?.[0])
        flags.set(row, [...(flags.get(row) ?? []), { column: columnOf(address), words }])
      }
      if (keep) isFilled = true
      return keep ? cell : ''
    })
    if (!isFilled) return ''
    count += 1
    if (count > mostLines || Number(attribute(attributes, 'r') ?? 0) > 20 * mostLines) {
      const most = mostLines.toLocaleString('en')
      throw new UnreadableSheet(`The sheet has more than ${most} rows. Divide it into several files.`)
    }
    return `<row${attributes}>${cells}</row>`
  })
  return { xml: prepared, flags }
}
