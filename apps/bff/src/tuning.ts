/** The console's own figures: how long, how many, how much. Tests make them small. */
export type Tuning = {
  /**
   * How long an answer to a read is shared: shorter than any polling interval, and not by much, so that many clients
   * out of step cost the cloud what one does.
   */
  freshMs: number
  /** How much memory shared answers may take. */
  cacheBytes: number
  /** How long one attempt at the cloud may take. */
  attemptTimeoutMs: number
  /** How long a read may take with all its attempts. */
  deadlineMs: number
  /** Calls to one cloud at the same time. */
  inFlight: number
  /** Calls in a row that got no answer before a cloud is left alone, and for how long. */
  breakerFailures: number
  breakerOpenMs: number
  /** How long a change is offered again while the cloud says "busy" or "not ready". */
  busyWaitMs: number
  busyFirstPauseMs: number
  /** How long a change may wait for earlier changes to the same gateway, and how many may wait. */
  queueWaitMs: number
  queueLength: number
  /** Lifetimes of a session: without a request, and altogether. */
  idleMs: number
  absoluteMs: number
  /** Failed sign-ins within the window. */
  signInPerAddress: number
  signInPerUser: number
  signInWindowMs: number
  /** How long lines of connection logs are kept (0: not at all), how many of a connection, and how many altogether. */
  logKeepMs: number
  logKeepLines: number
  logKeepAll: number
  /** How often the logs of all connections are collected (0: never), and the pause after each. */
  logCollectMs: number
  logCollectPauseMs: number
  /** How often it is looked who is connected to P2C gateways (0: never), how long that is kept, and how many sessions. */
  sessionSampleMs: number
  sessionKeepMs: number
  sessionKeepAll: number
}

export const defaultTuning: Tuning = {
  freshMs: 4_500,
  cacheBytes: 24 * 1024 * 1024,
  attemptTimeoutMs: 20_000,
  deadlineMs: 30_000,
  inFlight: 20,
  breakerFailures: 5,
  breakerOpenMs: 5_000,
  busyWaitMs: 60_000,
  busyFirstPauseMs: 1_000,
  queueWaitMs: 60_000,
  queueLength: 50,
  idleMs: 30 * 60_000,
  absoluteMs: 12 * 60 * 60_000,
  signInPerAddress: 50,
  signInPerUser: 10,
  signInWindowMs: 5 * 60_000,
  logKeepMs: 30 * 24 * 60 * 60_000,
  logKeepLines: 10_000,
  logKeepAll: 1_000_000,
  logCollectMs: 10 * 60_000,
  logCollectPauseMs: 250,
  sessionSampleMs: 60_000,
  sessionKeepMs: 90 * 24 * 60 * 60_000,
  sessionKeepAll: 500_000,
}
