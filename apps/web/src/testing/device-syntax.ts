// Readers of the languages that the generators write, as strict as the devices where it matters: for tests only.

type Tree = { [key: string]: string | Tree }

const unquote = (text: string) => text.slice(1, -1).replaceAll(/\\(.)/g, '$1')

/** Reads a strongswan.conf-like text; throws where it is none. */
export const readSwanctl = (text: string): Tree => {
  const root: Tree = {}
  const open: Tree[] = [root]
  for (const line of text.split('\n').map((each) => each.trim())) {
    const current = open.at(-1)
    if (!current) throw new Error('A section is closed that was never opened.')
    if (line === '' || line.startsWith('#')) continue
    const section = /^([A-Za-z0-9_-]+) \{$/.exec(line)?.[1]
    const [, key, quotedValue, value] = /^([a-z_-]+) = (?:("(?:[^"\\]|\\.)*")|([^\s"#{}][^"#{}]*))$/.exec(line) ?? []
    if (section !== undefined) {
      if (section in current) throw new Error(`${section} is there twice.`)
      const inner: Tree = {}
      current[section] = inner
      open.push(inner)
    } else if (line === '}') open.pop()
    else if (key === undefined) throw new Error(`Not understood: ${line}`)
    else if (key in current) throw new Error(`${key} is there twice.`)
    else current[key] = quotedValue === undefined ? (value ?? '') : unquote(quotedValue)
  }
  if (open.length !== 1) throw new Error('A section is not closed.')
  return root
}

/** Reads the words of one command line with quotes; throws where a quote is not closed or a word not understood. */
export const readWords = (line: string): string[] => {
  const words: string[] = []
  let rest = line.trim()
  while (rest !== '') {
    const [, plain, quotedWord] = /^(?:([^\s"]+)|("(?:[^"\\]|\\.)*"))(?=\s|$)/.exec(rest) ?? []
    if (plain === undefined && quotedWord === undefined) throw new Error(`Not understood: ${rest}`)
    words.push(quotedWord === undefined ? (plain ?? '') : unquote(quotedWord))
    rest = rest.slice((plain ?? quotedWord ?? '').length).trim()
  }
  return words
}

/** Checks that blocks of FortiOS are closed in the order they were opened; gives the values set, by name. */
export const readFortios = (text: string): Map<string, string[][]> => {
  const open: string[] = []
  const values = new Map<string, string[][]>()
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [verb = '', ...words] = readWords(line)
    if (verb === 'config' || verb === 'edit') open.push(verb)
    else if (verb === 'end' || verb === 'next') {
      if (open.pop() !== (verb === 'end' ? 'config' : 'edit')) throw new Error(`${verb} closes nothing.`)
    } else if (verb === 'set' && open.length > 0) {
      const [name = '', ...value] = words
      if (value.length === 0) throw new Error(`${name} is set to nothing.`)
      values.set(name, [...(values.get(name) ?? []), value])
    } else throw new Error(`Not understood: ${line}`)
  }
  if (open.length > 0) throw new Error('A block is not closed.')
  return values
}

/** Reads the set commands of Junos; throws for anything else. */
export const readJunos = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const words = readWords(line)
      if (words[0] !== 'set' || words.length < 3) throw new Error(`Not understood: ${line}`)
      return words.slice(1)
    })

/** Reads a RouterOS script: menus, and the arguments of each add below them. */
export const readRouteros = (text: string): { menu: string; values: Map<string, string> }[] => {
  let menu = ''
  const added: { menu: string; values: Map<string, string> }[] = []
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    if (/^(?:\/[a-z]+)(?: [a-z]+)*$/.test(line)) menu = line
    else if (line.startsWith('add ') && menu !== '') {
      let rest = line.slice(3)
      const values = new Map<string, string>()
      while (rest !== '') {
        const [whole, name, quotedValue, plain] =
          /^ ([a-z-]+)=(?:("(?:[^"\\$]|\\.)*")|([^\s"$;{}[\]]+))/.exec(rest) ?? []
        if (whole === undefined || name === undefined) throw new Error(`Not understood: ${rest}`)
        values.set(name, quotedValue === undefined ? (plain ?? '') : unquote(quotedValue))
        rest = rest.slice(whole.length)
      }
      added.push({ menu, values })
    } else throw new Error(`Not understood: ${line}`)
  }
  return added
}

/** Lines of a device that indents what belongs to a command; throws where the first word of a command is not known. */
export const readIndented = (text: string, comment: string, commands: readonly string[]): string[] => {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith(comment))
  lines.forEach((line, index) => {
    if (line.startsWith(' ')) {
      if (index === 0) throw new Error(`Nothing comes before: ${line}`)
      return
    }
    if (!commands.some((command) => line === command || line.startsWith(`${command} `))) {
      throw new Error(`Not understood: ${line}`)
    }
  })
  return lines
}

/** Pages of settings in a text: `[Title]`, then fields and values in columns. */
export const readSettings = (text: string): { title: string; settings: Map<string, string> }[] =>
  text
    .split('\n\n')
    .slice(1)
    .map((page) => {
      const [title = '', ...lines] = page.trim().split('\n')
      if (!/^\[.+\]$/.test(title)) throw new Error(`No title: ${title}`)
      const settings = new Map<string, string>()
      for (const line of lines) {
        const [, field, value] = /^(.{30,}?) (\S.*)$/.exec(line) ?? []
        if (field === undefined || value === undefined) throw new Error(`Not understood: ${line}`)
        settings.set(field.trim(), value)
      }
      return { title: title.slice(1, -1), settings }
    })
