export type FirstStep = { id: 'gateway' | 'connection' | 'device'; isDone: boolean }

type Counted = {
  /** Undefined where it is not known. */
  gateways: number | undefined
  connections: number | undefined
  p2cGateways: number | undefined
}

/** What comes first on a cloud without any tunnel; undefined where there is something already, or nobody knows. */
export const firstSteps = ({ gateways, connections, p2cGateways = 0 }: Counted): FirstStep[] | undefined => {
  if (connections === undefined || connections > 0 || gateways === undefined) return undefined
  // Remote access alone is a beginning, too.
  if (gateways === 0 && p2cGateways > 0) return undefined
  return [
    { id: 'gateway', isDone: gateways > 0 },
    { id: 'connection', isDone: false },
    { id: 'device', isDone: false },
  ]
}
