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
  /** How long it is looked at before and after what a change is made to (0: not at all). */
  auditStateMs: number
  /** How often the audit is put in order, and how often its journal is checked (0: never). */
  auditTidyMs: number
  auditCheckMs: number
  /** After how long an attempt without an end is given up for lost where other replicas may still be at work. */
  auditOrphanMs: number
  /** How long a change may wait for earlier changes to the same gateway, and how many may wait. */
  queueWaitMs: number
  queueLength: number
  /** How often a replica gives a sign of life, and after how long without one the others take it for dead. */
  replicaBeatMs: number
  replicaDeadMs: number
  /** How often a change looks whether its turn has come, where no other replica tells. */
  turnPollMs: number
  /** How long each call to the provider of the sign-on may take. */
  providerTimeoutMs: number
  /** How long a client may take to send the headers of a request, and all of it. */
  headersMs: number
  requestMs: number
  /** Lifetimes of a session: without a request, and altogether. */
  idleMs: number
  absoluteMs: number
  /** Failed sign-ins within the window. */
  signInPerAddress: number
  signInWindowMs: number
  /** Failed sign-ins in a row by one name until it has to wait, how long at first and at most, and when they are forgotten. */
  lockoutAfter: number
  lockoutFirstMs: number
  lockoutMostMs: number
  lockoutForgetMs: number
  /** How long a link can be used: of an invitation, and of a forgotten password. */
  invitationMs: number
  resetMs: number
  /** How often it is looked whether another replica has changed a cloud account (0: never). */
  accountsPollMs: number
  /** How long one call of an account's test may take. */
  checkCallMs: number
  /** Wrong passwords of VPN users within the window: for one name at one server, and from one address. */
  selfServicePerUser: number
  selfServicePerAddress: number
  selfServiceWindowMs: number
  /** A refused password is answered after a whole number of these steps. */
  selfServiceStepMs: number
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
  auditStateMs: 2_000,
  auditTidyMs: 60_000,
  auditCheckMs: 60 * 60_000,
  auditOrphanMs: 10 * 60_000,
  queueWaitMs: 60_000,
  queueLength: 50,
  replicaBeatMs: 2_000,
  replicaDeadMs: 10_000,
  turnPollMs: 1_000,
  providerTimeoutMs: 8_000,
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 30 * 60_000,
  absoluteMs: 12 * 60 * 60_000,
  signInPerAddress: 50,
  signInWindowMs: 5 * 60_000,
  lockoutAfter: 5,
  lockoutFirstMs: 60_000,
  lockoutMostMs: 60 * 60_000,
  lockoutForgetMs: 24 * 60 * 60_000,
  invitationMs: 7 * 24 * 60 * 60_000,
  resetMs: 24 * 60 * 60_000,
  accountsPollMs: 5_000,
  checkCallMs: 10_000,
  selfServicePerUser: 5,
  selfServicePerAddress: 50,
  selfServiceWindowMs: 10 * 60_000,
  selfServiceStepMs: 500,
  logKeepMs: 30 * 24 * 60 * 60_000,
  logKeepLines: 10_000,
  logKeepAll: 1_000_000,
  logCollectMs: 10 * 60_000,
  logCollectPauseMs: 250,
  sessionSampleMs: 60_000,
  sessionKeepMs: 90 * 24 * 60 * 60_000,
  sessionKeepAll: 500_000,
}
