import { randomBytes } from 'node:crypto'
import type { Project } from './project-state.ts'

/** A cloud account: the keys and tokens of its people open its projects. */
export type Account = { domainId: string; domainName: string; projects: Map<string, Project> }

export type Key = { ak: string; sk: string; securityToken: string | undefined; isValid: boolean; account: Account }

export type Token = { text: string; account: Account; project: Project | undefined; expiresAt: number }

/** The one user who may ask for tokens, in every account. */
export type User = { name: string; password: string; domain: string }

const randomText = (bytes: number) => randomBytes(bytes).toString('base64url')
export const randomHex = (digits: number): string => randomBytes(digits / 2).toString('hex')

const tokenHours = 24

/** Who may use what: accounts with their keys, projects and tokens. */
export const createAccounts = (user: User) => {
  const keys = new Map<string, Key>()
  const tokens = new Map<string, Token>()
  const accountOf = (projectId: string) =>
    [...keys.values()].find(({ account }) => account.projects.has(projectId))?.account

  return {
    user,
    keys,
    key: (ak: string): Key | undefined => keys.get(ak),
    /** The key of that name, or a new one: of the owner, or with an account of its own. */
    ensureKey: (
      given: { ak?: string | undefined; sk?: string | undefined; securityToken?: string | undefined },
      owner?: Account,
    ): Key => {
      const ak = given.ak ?? `EMU${randomHex(18).toUpperCase()}`
      const known = keys.get(ak)
      if (known) {
        if (given.sk === undefined || given.sk === known.sk) return known
        throw new Error(`The key ${ak} exists with another secret.`)
      }
      const account: Account = owner ?? { domainId: randomHex(32), domainName: user.domain, projects: new Map() }
      const key = { ak, sk: given.sk ?? randomText(30), securityToken: given.securityToken, isValid: true, account }
      keys.set(ak, key)
      return key
    },
    accountOf,
    project: (projectId: string): Project | undefined => accountOf(projectId)?.projects.get(projectId),
    keysOf: (projectId: string): Key[] => [...keys.values()].filter(({ account }) => account.projects.has(projectId)),
    removeProject: (projectId: string): void => {
      const owner = accountOf(projectId)
      owner?.projects.delete(projectId)
      for (const [ak, { account }] of keys) if (account === owner && account.projects.size === 0) keys.delete(ak)
      for (const [text, { project }] of tokens) if (project?.id === projectId) tokens.delete(text)
    },
    issueToken: (account: Account, project: Project | undefined, now: number): Token => {
      const token = { text: `MII${randomText(300)}`, account, project, expiresAt: now + tokenHours * 3_600_000 }
      tokens.set(token.text, token)
      return token
    },
    token: (text: string): Token | undefined => tokens.get(text),
  }
}

export type Accounts = ReturnType<typeof createAccounts>
