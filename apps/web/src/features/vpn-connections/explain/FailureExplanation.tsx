import type { VpnConnection } from '@vpn-console/api-client'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useCloudId } from '../../../api/operation-query.ts'
import { paths } from '../../../paths.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { Explanation } from './Explanation.tsx'
import { explain } from './explanation.ts'

const weights = {
  normal: { type: 'stopped', text: 'Normal: nothing is to be done' },
  look: { type: 'warning', text: 'Worth a look if it repeats' },
  bad: { type: 'error', text: 'Keeps the tunnel down' },
  unknown: { type: 'info', text: 'Not documented' },
} as const

type FailureExplanationProps = {
  /** The reason as the log names it. */
  reason: string
  connection: VpnConnection
}

/** A reason of the log, explained for its connection. */
export const FailureExplanation = ({ reason, connection }: FailureExplanationProps) => {
  const cloudId = useCloudId()
  const { known, fields, after, ...words } = explain(reason, connection)
  const weight = weights[known?.weight ?? 'unknown']
  return (
    <Explanation
      words={words}
      remarks={
        <>
          <StatusIndicator type={weight.type}>{weight.text}</StatusIndicator>
          <span>
            In the log: <span className="mono">{reason}</span>
          </span>
        </>
      }
      fixLink={
        known?.name.startsWith('peer cert') && (
          <AppLink to={paths.customerGatewayEdit({ cloudId, customerGatewayId: connection.cgw_id })}>
            Change the CA certificate of the customer gateway
          </AppLink>
        )
      }
      fields={fields}
      after={after}
      connection={connection}
    />
  )
}
