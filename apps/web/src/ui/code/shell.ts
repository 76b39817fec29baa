import { Variable } from './variable.ts'

const needsNoQuotes = /^[A-Za-z0-9_@%+=:,./-]+$/

/** One word of a POSIX shell that stands for exactly this text. */
export const shellWord = (text: string): string =>
  needsNoQuotes.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

/** A variable as one word, whatever is in it. */
export const shellVariable = ({ name }: Variable): string => `"$${name}"`

/** JSON as one word of a shell, in which the variables are filled in when it is run. */
export const shellJson = (value: unknown, indent = 2): string => {
  const variables: Variable[] = []
  // A mark that no text of the value has: it is lengthened until it is so.
  const plain = JSON.stringify(value)
  let mark = '@@'
  while (plain.includes(mark)) mark += '@'
  const replacer = function (this: unknown, key: string, replaced: unknown): unknown {
    // JSON.stringify asks toJSON first; the holder still has the variable itself.
    const original: unknown = Reflect.get(Object(this), key)
    if (!(original instanceof Variable)) return replaced
    variables.push(original)
    return `${mark}${variables.length - 1}${mark}`
  }
  const text = JSON.stringify(value, replacer, indent)
  // Between the quotes of the JSON text, the shell's own quotes are closed and opened again.
  return variables.reduce(
    (word, variable, index) => word.replace(`${mark}${index}${mark}`, () => `'${shellVariable(variable)}'`),
    shellWord(text),
  )
}

/** A command over several lines. */
export const shellCommand = (words: readonly string[]): string => words.join(' \\\n  ')

/** A comment, one line of it for each line of the text. */
export const shellComment = (text: string): string => text.replaceAll(/^/gm, '# ')
