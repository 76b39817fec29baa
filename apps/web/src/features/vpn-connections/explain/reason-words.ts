import { ikeWords } from './words/ike-words.ts'
import { ipsecWords } from './words/ipsec-words.ts'
import { limitWords } from './words/limit-words.ts'
import { pathWords } from './words/path-words.ts'
import { peerWords } from './words/peer-words.ts'
import { teardownWords } from './words/teardown-words.ts'

/** What a reason of the log means to somebody who has to mend it. */
export type ReasonWords = {
  /** What happened, in plain words; a sentence. */
  plain: string
  /** Why it usually happens. */
  cause: string
  /** What to do on the cloud's side. */
  fix: string
  /** What to look for on the customer device. */
  peer: string
}

/** The words of every documented reason, by its name. */
export const reasonWords: Readonly<Record<string, ReasonWords>> = {
  ...ikeWords,
  ...ipsecWords,
  ...limitWords,
  ...pathWords,
  ...peerWords,
  ...teardownWords,
}

/** For a reason that nobody documented: what can be said all the same. */
export const unknownWords: ReasonWords = {
  plain: 'The gateway names a reason that is not documented.',
  cause: 'It may be new, or peculiar to a software version of the gateway.',
  fix: 'Compare the settings of both ends, beginning with the IKE version, the algorithms and the addresses. Reset the connection once they agree. If it stays, open a ticket with the raw line.',
  peer: 'Look at its own log at the same moment: it usually tells the other half.',
}
