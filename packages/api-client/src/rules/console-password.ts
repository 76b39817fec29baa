import { commonRows, commonWords } from './common-words.ts'
import { problem, type Problem } from './problem.ts'

/** How long a password of the console is, in characters as people count them. */
export const consolePasswordLength = { least: 12, most: 128 }

// What a guesser pays for a part of the password, in bits: one of some hundred words, a row of keys, a repetition.
const wordBits = 8.5
const rowBits = 7
const yearBits = 6
const againBits = 1.5
const nameBits = 1
const wordLetterBits = 2.8
/** Below this it is on the lists that are tried first, or is made of what is on them. */
const leastBits = 28

const longestWord = Math.max(...Array.from(commonWords, (word) => word.length))
const rows = commonRows.flatMap((row) => [row, Array.from(row).toReversed().join('')])

const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  '€': 'e',
  $: 's',
  '!': 'i',
}
const unleet = (text: string) => Array.from(text, (char) => leet[char] ?? char).join('')
const isWord = (text: string) =>
  commonWords.has(text) || commonWords.has(unleet(text)) || commonWords.has(unleet(text.replaceAll('1', 'l')))

const charBits = (char: string) => (/\d/.test(char) ? 3.3 : /[a-z]/.test(char) ? 4.7 : 5.5)

const partBits = (part: string, before: string, names: readonly string[]): number => {
  const { length } = part
  const found = [length === 1 ? charBits(part) : Infinity]
  if (names.includes(part)) found.push(nameBits)
  if (length >= 3 && length <= longestWord && isWord(part)) found.push(wordBits)
  if (length >= 3 && rows.some((row) => row.includes(part))) found.push(rowBits)
  if (/^(?:19|20)\d\d$/.test(part)) found.push(yearBits)
  if (before.endsWith(part)) found.push(length === 1 ? againBits / 2 : againBits)
  return Math.min(...found)
}

/** How hard it is to guess, by the cheapest way to put it together: an estimate, but one that knows the usual tricks. */
const bitsOf = (password: string, userName: string): number => {
  const chars = Array.from(password.toLowerCase())
  const name = userName.toLowerCase()
  const names = name.length < 3 ? [] : [name, Array.from(name).toReversed().join('')]
  const best = [0]
  for (let end = 1; end <= chars.length; end += 1) {
    let least = Infinity
    for (let start = end - 1; start >= 0; start -= 1) {
      const before = chars.slice(0, start).join('')
      const bits = partBits(chars.slice(start, end).join(''), before, names)
      least = Math.min(least, (best[start] ?? Infinity) + bits)
    }
    best.push(least)
  }
  return best.at(-1) ?? 0
}

/**
 * What is wrong with a password for the console of a person of that name: length, and what is easy to guess. There are no
 * rules about kinds of characters: they make passwords harder to remember, not harder to guess.
 */
export const consolePasswordProblems = (password: string, userName: string, path = 'password'): Problem[] => {
  const { least, most } = consolePasswordLength
  const { length } = Array.from(password)
  if (length < least || length > most) {
    const message = length < least ? `Use at least ${least} characters.` : `Use at most ${most} characters.`
    return [problem('console.password.length', path, message)]
  }
  if (bitsOf(password, userName) >= leastBits) return []
  return bitsOf(password, '') >= leastBits
    ? [problem('console.password.name', path, 'Do not build it on the user name.')]
    : [problem('console.password.common', path, 'This is easy to guess: it is on the lists that are tried first.')]
}

/** How strong a password is: an estimate for people, not a proof. */
export const consolePasswordStrength = (password: string, userName: string): 'refused' | 'fair' | 'good' | 'strong' => {
  if (consolePasswordProblems(password, userName).length > 0) return 'refused'
  // Words that are in no list of ours are in the dictionaries of others: a letter of a language is worth less than one
  // that was drawn.
  const isWords = /^[\p{L}\p{M} .,'_-]+$/u.test(password)
  const bits = Math.min(bitsOf(password, userName), isWords ? wordLetterBits * Array.from(password).length : Infinity)
  return bits < 45 ? 'fair' : bits < 65 ? 'good' : 'strong'
}
