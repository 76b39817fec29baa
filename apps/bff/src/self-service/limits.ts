import { ApiError } from '@vpn-console/api-client'
import type { Request } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import type { RateLimit, RateLimits } from '../store/rate-limits.ts'
import type { Tuning } from '../tuning.ts'
import type { Vault } from '../vault.ts'

export type SelfServiceTuning = Pick<
  Tuning,
  'selfServicePerUser' | 'selfServicePerAddress' | 'selfServiceWindowMs' | 'selfServiceStepMs'
>

/** For one link within the window: opened, tried with passwords, and a profile for each device. */
const mostUsesOfLink = 60

const waitWords = (waitMs: number) => {
  const minutes = Math.ceil(waitMs / 60_000)
  return `Too many tries. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
}

/** Slows down who tries passwords or links: by the name tried at one place, whether there is such a user or not, and by address. */
export const createSelfServiceLimits = (
  rateLimits: RateLimits,
  vault: Pick<Vault, 'sign'>,
  tuning: SelfServiceTuning,
) => {
  const { selfServicePerUser, selfServicePerAddress, selfServiceWindowMs: windowMs } = tuning

  const take = async (key: string, limit: RateLimit) => {
    const { isAllowed, waitMs } = await rateLimits.take(key, limit)
    if (!isAllowed) throw new ApiError({ status: 429, code: 'CONSOLE.TOO_MANY', message: waitWords(waitMs) })
  }

  const addressKey = (purpose: string, request: Request) => `${purpose} ${ipKeyGenerator(request.ip ?? '')}`
  // What was typed as a name may be a password, which no plain hash would keep.
  const nameKey = (place: string, name: string) => `vpn-password ${vault.sign('rate-limit', `${place} ${name}`)}`

  return {
    /** Counts a try of a password; `done` takes back what a good one does not count for. */
    tryPassword: async (request: Request, place: string, name: string) => {
      const keys = { address: addressKey('vpn-password', request), name: nameKey(place, name) }
      await take(keys.address, { limit: selfServicePerAddress, windowMs })
      await take(keys.name, { limit: selfServicePerUser, windowMs })
      return {
        done: async () => {
          await rateLimits.giveBack(keys.address)
          await rateLimits.forget(keys.name)
        },
        /** It was no guess: nobody was asked whether it is right. */
        undone: async () => {
          await rateLimits.giveBack(keys.address)
          await rateLimits.giveBack(keys.name)
        },
      }
    },
    /** Counts what is done with one link: a person comes a few times, a script would ask the cloud for ever. */
    goodLink: (invitationId: string) => take(`vpn-invitation ${invitationId}`, { limit: mostUsesOfLink, windowMs }),
    /** Counts a link that is none. Good ones are not counted: forty people may share an address. */
    badLink: (request: Request) => take(addressKey('vpn-link', request), { limit: selfServicePerAddress, windowMs }),
  }
}
export type SelfServiceLimits = ReturnType<typeof createSelfServiceLimits>
