import { Secret, TOTP } from 'otpauth'
import { generatePassword } from './store/passwords.ts'
import type { SecondFactorRow, SecondFactors } from './store/second-factors.ts'
import type { Vault } from './vault.ts'

// What every authenticator app takes without asking: six digits by SHA-1, anew every half minute.
const periodSeconds = 30
const digits = 6
// A clock that is half a minute off still signs in.
const window = 1
const issuer = 'VPN Console'
const recoveryCodeCount = 10

type Parts = { secondFactors: SecondFactors; vault: Vault; now: () => number }

const contextOf = (personId: string) => `second_factors/${personId}`
/** Spaces, hyphens and capitals do not matter. */
const plain = (code: string) => code.replaceAll(/[\s-]/g, '').toLowerCase()
const isOfAuthenticator = (code: string) => /^\d{6}$/.test(code)

/** Codes by an authenticator app (TOTP), and codes on paper for when it is lost. Each works once. */
export const createSecondFactor = ({ secondFactors, vault, now }: Parts) => {
  const takeTotp = async (row: SecondFactorRow, token: string): Promise<boolean> => {
    const timestamp = now()
    const secret = Secret.fromBase32(vault.open(row.sealed_secret, contextOf(row.person_id)))
    const delta = TOTP.validate({ token, secret, digits, period: periodSeconds, timestamp, window })
    if (delta === null) return false
    // Who looks over a shoulder comes too late: the code of a half minute is taken once.
    return secondFactors.takeStep(row.person_id, Math.floor(timestamp / (periodSeconds * 1000)) + delta)
  }

  const newRecoveryCodes = async (personId: string): Promise<string[]> => {
    const codes = Array.from({ length: recoveryCodeCount }, generatePassword)
    await secondFactors.setRecoveryCodes(personId, codes.map(plain))
    return codes
  }

  const findConfirmed = async (personId: string): Promise<SecondFactorRow | undefined> => {
    const row = await secondFactors.find(personId)
    return row && row.confirmed_at !== null ? row : undefined
  }

  return {
    isOn: async (personId: string): Promise<boolean> => (await findConfirmed(personId)) !== undefined,

    /** Takes a code of the authenticator or a recovery code; each is taken once. False where the person has none. */
    verify: async (personId: string, code: string): Promise<boolean> => {
      const row = await findConfirmed(personId)
      if (!row) return false
      const typed = plain(code)
      return isOfAuthenticator(typed) ? takeTotp(row, typed) : secondFactors.takeRecoveryCode(personId, typed)
    },

    status: async (personId: string) => {
      const row = await findConfirmed(personId)
      if (!row?.confirmed_at) return { isOn: false, recoveryCodesLeft: 0 }
      return { isOn: true, since: row.confirmed_at, recoveryCodesLeft: await secondFactors.recoveryCodesLeft(personId) }
    },

    /** A new secret, which holds once it is confirmed; undefined where there is a second factor already. */
    begin: async (personId: string, userName: string): Promise<{ secret: string; uri: string } | undefined> => {
      const secret = new Secret({ size: 20 })
      const isKept = await secondFactors.begin(personId, vault.seal(secret.base32, contextOf(personId)))
      if (!isKept) return undefined
      const uri = new TOTP({ issuer, label: userName, secret, digits, period: periodSeconds }).toString()
      return { secret: secret.base32, uri }
    },

    /** Turns it on, by the first code; gives the recovery codes, or undefined where the code is wrong. */
    confirm: async (personId: string, code: string): Promise<string[] | undefined> => {
      const row = await secondFactors.find(personId)
      const typed = plain(code)
      if (!row || row.confirmed_at !== null || !isOfAuthenticator(typed)) return undefined
      if (!(await takeTotp(row, typed))) return undefined
      // First the codes: without them nobody is to depend on one device.
      const codes = await newRecoveryCodes(personId)
      await secondFactors.confirm(personId)
      return codes
    },

    newRecoveryCodes,
    /** Takes it away; whether there was one. */
    remove: (personId: string): Promise<boolean> => secondFactors.remove(personId),
  }
}
export type SecondFactor = ReturnType<typeof createSecondFactor>
