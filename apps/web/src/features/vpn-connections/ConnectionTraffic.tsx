import type { PolicyRule, VpnConnection, VpnGateway } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { KeyValues, type KeyValue } from '../../ui/KeyValues.tsx'
import { policyRulesOf } from './connection-words.ts'
import { healthCheckText, isRouteBased } from '../../ui/connections/tunnel-words.ts'
import { modeText, peerSubnetsOf } from '../../ui/connection-words.ts'

const onOff = (isOn: boolean | undefined) => (isOn ? 'On' : 'Off')

const blocks = (values: readonly string[], none: string) =>
  values.length === 0
    ? none
    : values.map((value) => (
        <div key={value} className="mono">
          {value}
        </div>
      ))

const address = (value: string | undefined, what: string) => value && <CopyableId value={value} what={what} />

const ofMode = (connection: VpnConnection): KeyValue[] => {
  const { name, style, tunnel_local_address: local, tunnel_peer_address: peer, enable_nqa, enable_hub } = connection
  if (!isRouteBased(connection)) return []
  return [
    { label: 'Local tunnel address', value: address(local, `the local tunnel address of ${name}`) },
    { label: 'Peer tunnel address', value: address(peer, `the peer tunnel address of ${name}`) },
    style === 'STATIC'
      ? { label: 'NQA', value: onOff(enable_nqa) }
      : { label: 'Branch interconnection', value: onOff(enable_hub) },
  ]
}

const ruleColumns: TableProps.ColumnDefinition<PolicyRule>[] = [
  { id: 'source', header: 'Source', isRowHeader: true, cell: ({ source }) => <span className="mono">{source}</span> },
  { id: 'destination', header: 'Destinations', cell: ({ destination = [] }) => blocks(destination, '–') },
]

const Rules = ({ rules, name }: { rules: readonly PolicyRule[]; name: string }) => (
  <Table
    variant="embedded"
    trackBy={({ source }) => source ?? ''}
    items={rules}
    ariaLabels={{ tableLabel: `Policy rules of ${name}` }}
    columnDefinitions={ruleColumns}
  />
)

type ConnectionTrafficProps = { connection: VpnConnection; gateway: VpnGateway | undefined }

/** Which traffic goes through the tunnel, and how it finds it. */
export const ConnectionTraffic = ({ connection, gateway }: ConnectionTrafficProps) => {
  const rules = policyRulesOf(connection)
  const isPolicy = connection.style === 'POLICY'
  return (
    <Container header={<Header variant="h2">Traffic</Header>}>
      <SpaceBetween size="m">
        <KeyValues
          columns={4}
          items={[
            { label: 'Mode', value: modeText(connection) },
            {
              label: 'Peer subnets',
              value: blocks(
                peerSubnetsOf(connection),
                gateway?.attachment_type === 'er' ? 'The enterprise router learns them' : 'None',
              ),
            },
            ...ofMode(connection),
            { label: 'Health check', value: healthCheckText(connection) },
          ]}
        />
        {isPolicy && (
          <div>
            <Box variant="h3" padding="n">
              Policy rules
            </Box>
            <Rules rules={rules} name={connection.name} />
          </div>
        )}
      </SpaceBetween>
    </Container>
  )
}
