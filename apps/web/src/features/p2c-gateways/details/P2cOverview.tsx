import type { P2cVpnGateway } from '@vpn-console/api-client'
import { p2cGatewayRefuses } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { paths } from '../../../paths.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { AppLink } from '../../../ui/AppLink.tsx'
import { CopyableId } from '../../../ui/CopyableId.tsx'
import { EipValue } from '../../../ui/EipValue.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import { TagList } from '../../../ui/TagList.tsx'
import { Timestamp } from '../../../ui/Timestamp.tsx'
import { clientsOnline, freeClients, upgradeText } from '../p2c-gateway-words.ts'
import { statusAdvice } from './status-advice.ts'
import { usePlaceNames } from './use-place-names.ts'

type PartProps = { gateway: P2cVpnGateway }

const Quiet = ({ children }: { children: string }) => <Box color="text-body-secondary">{children}</Box>

const Status = ({ gateway, requestId }: PartProps & { requestId: string | undefined }) => {
  const advice = statusAdvice(gateway)
  return (
    <>
      <StatusBadge of="gateway" id={gateway.id} status={gateway.status} />
      {advice !== undefined && <Quiet>{advice}</Quiet>}
      {gateway.status === 'FAULT' && requestId !== undefined && (
        <CopyableId value={requestId} what={`the request id of ${gateway.name}`} />
      )}
    </>
  )
}

const Version = ({ gateway }: PartProps) => {
  const page = paths.p2cGateway({ cloudId: useCloudId(), p2cGatewayId: gateway.id })
  const isWaiting = gateway.status === 'PENDING_UPGRADE_CONFIRM'
  return (
    <>
      {gateway.version ?? '–'}
      <Quiet>{isWaiting ? 'Upgraded, not committed' : upgradeText(gateway)}</Quiet>
      <AppLink to={`${page}?tab=upgrades`}>{isWaiting ? 'Commit or roll back' : 'Upgrades'}</AppLink>
    </>
  )
}

const Address = ({ gateway }: PartProps) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { eip, name } = gateway
  if (!eip && gateway.status === 'PENDING_CREATE') return <>Shown when the gateway runs</>
  return (
    <>
      {eip ? <EipValue eip={eip} what={`the EIP of ${name}`} /> : 'No EIP is bound: nobody can connect.'}
      <div>
        <ActionButton
          variant="inline-link"
          to={paths.p2cGatewayEip({ cloudId, p2cGatewayId: gateway.id })}
          disabledReason={denied('updateP2cVgw') ?? p2cGatewayRefuses('update', gateway)}
        >
          {eip ? 'Exchange the EIP' : 'Bind an EIP'}
        </ActionButton>
      </div>
    </>
  )
}

const Named = ({ id, name, what }: { id: string | undefined; name: string | undefined; what: string }) =>
  id === undefined || id === '' ? (
    <>–</>
  ) : (
    <>
      {name !== undefined && <div>{name}</div>}
      <CopyableId value={id} what={what} />
    </>
  )

/** Everything the cloud tells of a gateway, in words and with every id to copy. */
export const P2cOverview = ({ gateway, requestId }: PartProps & { requestId: string | undefined }) => {
  const { id, name, flavor, availability_zone_ids = [], vpc_id, connect_subnet, enterprise_project_id } = gateway
  const names = usePlaceNames(useCloudId(), gateway)
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">State and capacity</Header>}>
        <KeyValues
          columns={4}
          items={[
            { label: 'Status', value: <Status gateway={gateway} requestId={requestId} /> },
            {
              label: 'Connections',
              value: (
                <>
                  {clientsOnline(gateway)}
                  <Quiet>{freeClients(gateway)}</Quiet>
                </>
              ),
            },
            { label: 'Version', value: <Version gateway={gateway} /> },
            { label: 'Specification', value: flavor },
          ]}
        />
      </Container>
      <Container header={<Header variant="h2">Network</Header>}>
        <KeyValues
          columns={4}
          items={[
            { label: 'EIP', value: <Address gateway={gateway} /> },
            { label: 'VPC', value: <Named id={vpc_id} name={names.vpc} what={`the VPC id of ${name}`} /> },
            {
              label: 'Interconnection subnet',
              value: (
                <Named id={connect_subnet} name={names.subnet} what={`the interconnection subnet id of ${name}`} />
              ),
            },
            { label: 'Availability zones', value: availability_zone_ids.join(', ') || 'Shown when the gateway runs' },
          ]}
        />
      </Container>
      <Container header={<Header variant="h2">Identity</Header>}>
        <KeyValues
          columns={2}
          items={[
            { label: 'Id', value: <CopyableId value={id} what={`the id of ${name}`} /> },
            {
              label: 'Enterprise project',
              value: (
                <Named id={enterprise_project_id} name={names.project} what={`the enterprise project id of ${name}`} />
              ),
            },
            { label: 'Tags', value: <TagList tags={gateway.tags} /> },
            { label: 'Billed', value: gateway.order_id === undefined ? 'By use' : 'By year or month' },
            { label: 'Created', value: <Timestamp value={gateway.created_at} /> },
            { label: 'In use since', value: <Timestamp value={gateway.applied_at} /> },
            { label: 'Changed', value: <Timestamp value={gateway.updated_at} /> },
          ]}
        />
      </Container>
    </SpaceBetween>
  )
}
