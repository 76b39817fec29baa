/** An expression that is written as it is: `huaweicloud_vpn_gateway.gw_paris.id`. */
export class Reference {
  readonly expression: string

  constructor(expression: string) {
    this.expression = expression
  }
}

export type HclValue = string | number | boolean | Reference | readonly HclValue[] | { [key: string]: HclValue }

export type HclPart =
  | { kind: 'attribute'; name: string; value: HclValue }
  | { kind: 'block'; type: string; labels: readonly string[]; parts: readonly HclPart[] }
  | { kind: 'comment'; text: string }

export const attribute = (name: string, value: HclValue): HclPart => ({ kind: 'attribute', name, value })

export const block = (type: string, labels: readonly string[], parts: readonly HclPart[]): HclPart => ({
  kind: 'block',
  type,
  labels,
  parts,
})

export const comment = (text: string): HclPart => ({ kind: 'comment', text })

/** Attributes for the values that are there; the others are left to the provider. */
export const attributes = (values: Record<string, HclValue | undefined>): HclPart[] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [attribute(name, value)]))

const escapes: Record<string, string> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
  '"': String.raw`\"`,
  '\\': String.raw`\\`,
  // Before a brace, where one of these would begin a template.
  $: '$$',
  '%': '%%',
}

const escapeCharacter = (character: string) =>
  escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

const special = /["\\\p{Cc}\u2028\u2029\ufeff]|[$%](?=\{)/gu

/** A text as a quoted string that means exactly it. Half a surrogate pair, which is no text, becomes the sign for that. */
export const hclString = (text: string): string =>
  `"${text.replaceAll(/\p{Surrogate}/gu, '\ufffd').replace(special, escapeCharacter)}"`

// Words that mean something else at the place of a key.
const reserved = new Set(['for', 'if', 'in', 'true', 'false', 'null'])

const keyText = (key: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) && !reserved.has(key) ? key : hclString(key)

const isPlain = (value: HclValue): value is string | number | boolean | Reference =>
  typeof value !== 'object' || value instanceof Reference

const isList = (value: HclValue): value is readonly HclValue[] => Array.isArray(value)

const align = (lines: readonly [name: string, value: string][]): string[] => {
  const width = Math.max(...lines.map(([name]) => name.length))
  return lines.map(([name, value]) => `${name.padEnd(width)} = ${value}`)
}

const indent = (text: string) => text.replaceAll(/^(?=.)/gm, '  ')

const write = (value: HclValue): string => {
  if (value instanceof Reference) return value.expression
  if (typeof value === 'string') return hclString(value)
  if (typeof value !== 'object') return String(value)
  if (isList(value)) {
    const items = value.map(write)
    if (items.length < 2 && value.every(isPlain)) return `[${items.join(', ')}]`
    return `[\n${indent(items.map((item) => `${item},`).join('\n'))}\n]`
  }
  const entries = Object.entries(value).map(([key, item]): [string, string] => [keyText(key), write(item)])
  return entries.length === 0 ? '{}' : `{\n${indent(align(entries).join('\n'))}\n}`
}

/** Parts as text, laid out as `terraform fmt` does it. */
export const toHcl = (parts: readonly HclPart[]): string => {
  const lines: string[] = []
  let group: [string, string][] = []
  const flush = () => {
    if (group.length > 0) lines.push(...align(group))
    group = []
  }
  parts.forEach((part, index) => {
    if (part.kind === 'attribute') {
      const text = write(part.value)
      if (!text.includes('\n')) {
        group.push([part.name, text])
        return
      }
      flush()
      lines.push(`${part.name} = ${text}`)
      return
    }
    flush()
    const before = parts[index - 1]
    if (before && before.kind !== 'comment') lines.push('')
    if (part.kind === 'comment') {
      lines.push(part.text.replaceAll(/^/gm, '# '))
      return
    }
    const head = [part.type, ...part.labels.map(hclString)].join(' ')
    const body = toHcl(part.parts)
    lines.push(body === '' ? `${head} {}` : `${head} {\n${indent(body)}\n}`)
  })
  flush()
  return lines.join('\n')
}
