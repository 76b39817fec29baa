import { problem, type Problem } from './problem.ts'

const special = '`~!@#$%^&*()-_+=\\|[]{};:\'",<.>/? '
const kinds = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/] as const

// The service has a list of its own that nobody printed: these are on every such list.
const weak = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'qwerty',
  'qwertyuiop',
  'abcdefgh',
  'abcd1234',
  'abc12345',
  'admin123',
  'admin@123',
  'huawei123',
  'huawei@123',
  'welcome1',
  'letmein1',
  'iloveyou',
  '12345678',
]

const isWeak = (password: string) => {
  const lower = password.toLowerCase()
  const bare = lower.replace(/[\d!@#$%^&*.]+$/, '')
  return new Set(lower).size < 3 || weak.some((word) => lower === word || (bare.length >= 6 && bare === word))
}

/** What is wrong with the password of a user of that name. Earlier passwords are the cloud's to remember. */
export const userPasswordProblems = (password: string, name: string, path = 'password'): Problem[] => {
  if (password.length < 8 || password.length > 32) {
    return [problem('user.password.length', path, 'Use 8 to 32 characters.', 'VPN.1308')]
  }
  if (!Array.from(password).every((char) => /[A-Za-z0-9]/.test(char) || special.includes(char))) {
    const message = 'Use letters, digits, spaces and common special characters only.'
    return [problem('user.password.characters', path, message, 'VPN.1310')]
  }
  const problems: Problem[] = []
  if (kinds.filter((kind) => kind.test(password)).length < 2) {
    const message = 'Use at least two of: upper case, lower case, digits, special characters.'
    problems.push(problem('user.password.length', path, message, 'VPN.1308'))
  }
  if (password === name || password === Array.from(name).toReversed().join('')) {
    const message = 'The password must not be the user name, forwards or backwards.'
    problems.push(problem('user.password.name', path, message, 'VPN.1309'))
  }
  if (problems.length === 0 && isWeak(password)) {
    problems.push(problem('user.password.weak', path, 'This password is too easy to guess.', 'VPN.1314'))
  }
  return problems
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-_+=@'

/** A password of 16 characters, some 95 bits, without letters that look alike. `randomBytes` gives bytes fit for keys. */
export const generateUserPassword = (randomBytes: (count: number) => Uint8Array): string => {
  const limit = 256 - (256 % alphabet.length)
  for (;;) {
    let password = ''
    while (password.length < 16) {
      for (const byte of randomBytes(32)) {
        // Bytes above the last whole multiple would make some characters likelier than others.
        if (byte < limit && password.length < 16) password += alphabet[byte % alphabet.length]
      }
    }
    if (kinds.every((kind) => kind.test(password))) return password
  }
}
