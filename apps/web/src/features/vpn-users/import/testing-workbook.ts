import { deflateRawSync } from 'node:zlib'

type Cell = string | number | null | { formula: string; value?: string } | { error: string } | { date: number }

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const cellXml = (cell: Cell, row: number, column: number): string => {
  const r = `r="${String.fromCodePoint(65 + column)}${row}"`
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c ${r}><v>${cell}</v></c>`
  if (typeof cell === 'string') return `<c ${r} t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`
  if ('error' in cell) return `<c ${r} t="e"><f>1/0</f><v>${cell.error}</v></c>`
  if ('date' in cell) return `<c ${r} s="1"><v>${cell.date}</v></c>`
  return `<c ${r} t="str"><f>${escape(cell.formula)}</f>${cell.value === undefined ? '' : `<v>${cell.value}</v>`}</c>`
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const sheetXml = (rows: readonly (readonly Cell[])[]): string => {
  const inside = rows.map(
    (cells, index) => `<row r="${index + 1}">${cells.map((cell, at) => cellXml(cell, index + 1, at)).join('')}</row>`,
  )
  return `<?xml version="1.0"?><worksheet ${main}><sheetData>${inside.join('')}</sheetData></worksheet>`
}

const entry = (name: string, text: string) => {
  const content = Buffer.from(text)
  const packed = deflateRawSync(content)
  const nameBytes = Buffer.from(name)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(content.length, 18)
  common.writeUInt16LE(nameBytes.length, 22)
  return { common, nameBytes, packed }
}

/** An archive as other programs write it: deflated, with its directory at the end. */
export const zipOf = (files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const { common, nameBytes, packed } = entry(name, text)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, nameBytes, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, rest, nameBytes]))
    locals.push(local)
    at += local.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(locals.length, 8)
  end.writeUInt16LE(locals.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]))
}

/** A workbook whose sheets have these names; the first that is not hidden holds the rows. */
export const xlsxOf = (
  rows: readonly (readonly Cell[])[],
  { sheets = ['Users'], hidden = [] }: { sheets?: readonly string[]; hidden?: readonly string[] } = {},
): Uint8Array<ArrayBuffer> => {
  const state = (name: string) => (hidden.includes(name) ? ' state="hidden"' : '')
  const first = sheets.findIndex((name) => !hidden.includes(name))
  const tags = sheets.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}"${state(name)} r:id="rId${at + 1}"/>`)
  const relations = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${types}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return zipOf({
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${types}"><sheets>${tags.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}<Relationship Id="rIdS" Type="${types}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map((_, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(at === first ? rows : [['elsewhere']])]),
    ),
  })
}
