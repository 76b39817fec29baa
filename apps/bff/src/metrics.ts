import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

// Of the process, hence once, however many consoles it runs.
let processMetrics: Registry | undefined
const ofProcess = () => {
  if (!processMetrics) {
    processMetrics = new Registry()
    collectDefaultMetrics({ register: processMetrics })
  }
  return processMetrics
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20]

/** What the console counts and measures. */
export const createMetrics = () => {
  const registry = new Registry()
  const registers = [registry]
  return {
    requests: new Counter({
      name: 'console_requests_total',
      help: 'Requests by operation and status',
      labelNames: ['operation', 'status'] as const,
      registers,
    }),
    upstreamSeconds: new Histogram({
      name: 'console_upstream_seconds',
      help: 'How long the cloud took to answer, by operation',
      labelNames: ['operation'] as const,
      buckets: seconds,
      registers,
    }),
    reads: new Counter({
      name: 'console_reads_total',
      help: 'Reads by where the answer came from: a call of its own, a call shared with others, or a fresh answer',
      labelNames: ['source'] as const,
      registers,
    }),
    notModified: new Counter({
      name: 'console_not_modified_total',
      help: 'Reads that were answered with 304',
      registers,
    }),
    circuit: new Gauge({
      name: 'console_circuit_state',
      help: 'Circuit breaker of a cloud: 0 closed, 1 half-open, 2 open',
      labelNames: ['cloud'] as const,
      registers,
    }),
    queueSeconds: new Histogram({
      name: 'console_write_queue_seconds',
      help: 'How long changes waited for earlier changes to the same gateway',
      buckets: [0.001, 0.1, 1, 5, 15, 30, 60, 120],
      registers,
    }),
    busyWaits: new Counter({
      name: 'console_busy_waits_total',
      help: 'Changes that were offered again because the cloud was busy',
      registers,
    }),
    signIns: new Counter({
      name: 'console_sign_ins_total',
      help: 'Sign-ins by outcome',
      labelNames: ['outcome'] as const,
      registers,
    }),
    auditIntact: new Gauge({
      name: 'console_audit_intact',
      help: 'Whether the last check found the audit as it was written: 1 yes, 0 no',
      registers,
    }),
    contentType: registry.contentType,
    text: () => Registry.merge([registry, ofProcess()]).metrics(),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
