/** What a real daemon writes when a negotiation fails, and how the service calls the same. The first that fits counts. */
const failures: readonly [line: RegExp, reason: string][] = [
  [/received AUTHENTICATION_FAILED notify error/, 'authentication fail'],
  [/received TS_UNACCEPTABLE notify, no CHILD_SA built/, 'flow mismatch'],
  [/received NO_PROPOSAL_CHOSEN notify, no CHILD_SA built/, 'phase2 proposal or pfs mismatch'],
  [/received NO_PROPOSAL_CHOSEN (?:notify error|error notify)/, 'phase1 proposal mismatch'],
]

/** The reason, as the service names it, for which a daemon's log says that it failed. */
export const reasonIn = (log: string): string | undefined => failures.find(([line]) => line.test(log))?.[1]
