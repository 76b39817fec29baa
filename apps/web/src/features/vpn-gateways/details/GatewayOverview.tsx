import { bandwidthLimit, takesPolicyTemplate, type VpnGateway } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useCloudId } from '../../../api/operation-query.ts'
import { CopyableId } from '../../../ui/CopyableId.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import { TagList } from '../../../ui/TagList.tsx'
import { Timestamp } from '../../../ui/Timestamp.tsx'
import { nextStepOf } from './gateway-advice.ts'
import { attachmentTypeWords, ipVersionWords, localSubnetsOf } from '../gateway-detail-words.ts'
import { haModeText, networkTypeWords } from '../gateway-words.ts'
import { rateWords } from '../Abilities.tsx'
import { Connections, OtherFlavors, Version } from './Capacity.tsx'
import { gatewayAddressItems } from './GatewayAddresses.tsx'
import { HaModePicture } from '../HaModePicture.tsx'
import styles from './Overview.module.css'
import { PolicyTemplate } from './PolicyTemplate.tsx'
import { ReferenceValue } from './ReferenceValue.tsx'
import { useReferenceNames, type ReferenceNames } from './use-reference-names.ts'

type PartProps = { gateway: VpnGateway; names: ReferenceNames }

const Status = ({ gateway, requestId }: { gateway: VpnGateway; requestId: string | undefined }) => {
  const step = nextStepOf(gateway, requestId)
  return (
    <>
      <StatusBadge of="gateway" id={gateway.id} status={gateway.status} />
      {step !== undefined && <div className={`${styles['step']} ${styles['quiet']}`}>{step}</div>}
    </>
  )
}

const attachment = ({ gateway, names }: PartProps) => {
  const { name, er_id, er_attachment_id, vpc_id, connect_subnet, access_vpc_id, access_subnet_id } = gateway
  const router = [
    {
      label: 'Enterprise router',
      value: <ReferenceValue id={er_id} reference={names.router} what={`the enterprise router id of ${name}`} />,
    },
    {
      label: 'Attachment on the router',
      value: er_attachment_id ? (
        <CopyableId value={er_attachment_id} what={`the router attachment id of ${name}`} />
      ) : (
        '–'
      ),
    },
  ]
  const vpc = [
    { label: 'VPC', value: <ReferenceValue id={vpc_id} reference={names.vpc} what={`the VPC id of ${name}`} /> },
    {
      label: 'Interconnection subnet',
      value: (
        <ReferenceValue
          id={connect_subnet}
          reference={names.subnet}
          what={`the interconnection subnet id of ${name}`}
        />
      ),
    },
  ]
  const access = [
    {
      label: 'Access VPC',
      value:
        access_vpc_id !== undefined && access_vpc_id === vpc_id ? (
          'Same as the VPC'
        ) : (
          <ReferenceValue id={access_vpc_id} reference={names.vpc} what={`the access VPC id of ${name}`} />
        ),
    },
    {
      label: 'Access subnet',
      value:
        access_subnet_id !== undefined && access_subnet_id === connect_subnet ? (
          'Same as the interconnection subnet'
        ) : (
          <ReferenceValue id={access_subnet_id} reference={names.subnet} what={`the access subnet id of ${name}`} />
        ),
    },
  ]
  return [...(gateway.attachment_type === 'er' ? router : vpc), ...access]
}

const LocalSubnets = ({ gateway, nameOf }: { gateway: VpnGateway; nameOf: (block: string) => string | undefined }) => {
  const blocks = localSubnetsOf(gateway)
  if (blocks.length === 0) return <>{gateway.attachment_type === 'er' ? 'The router knows them' : 'None'}</>
  return (
    <ul className={styles['list']}>
      {blocks.map((block) => (
        <li key={block}>
          <span className="mono">{block}</span> <span className={styles['quiet']}>{nameOf(block)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Everything the cloud tells of a gateway, in words and with every id to copy. */
export const GatewayOverview = ({ gateway, requestId }: { gateway: VpnGateway; requestId: string | undefined }) => {
  const cloudId = useCloudId()
  const names = useReferenceNames(cloudId, gateway)
  const { id, name, flavor, availability_zone_ids = [], bgp_asn, enterprise_project_id, ha_mode } = gateway
  const subnetName = (block: string) =>
    names.subnets.find(({ cidr, cidr_v6 }) => cidr === block || cidr_v6 === block)?.name
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">State and capacity</Header>}>
        <KeyValues
          columns={4}
          items={[
            { label: 'Status', value: <Status gateway={gateway} requestId={requestId} /> },
            {
              label: 'Specification',
              value: (
                <>
                  {flavor}
                  <div className={styles['quiet']}>Up to {rateWords(bandwidthLimit(flavor))}</div>
                </>
              ),
            },
            { label: 'Connections', value: <Connections gateway={gateway} /> },
            { label: 'Version', value: <Version gateway={gateway} /> },
            { label: 'Availability zones', value: availability_zone_ids.join(', ') || 'Shown when the gateway runs' },
            { label: 'Can be changed to', value: <OtherFlavors gateway={gateway} /> },
            { label: 'Features', value: (gateway.supported_features ?? []).join(', ') },
            { label: 'Border group', value: gateway.public_border_group },
          ]}
        />
      </Container>
      <Container header={<Header variant="h2">Network</Header>}>
        <SpaceBetween size="m">
          <KeyValues
            columns={4}
            items={[
              { label: 'Network type', value: networkTypeWords(gateway) },
              { label: 'Attached to', value: attachmentTypeWords(gateway) },
              { label: 'IP version', value: ipVersionWords(gateway) },
            ]}
          />
          <KeyValues
            columns={2}
            items={[
              ...attachment({ gateway, names }),
              { label: 'Local subnets', value: <LocalSubnets gateway={gateway} nameOf={subnetName} /> },
            ]}
          />
        </SpaceBetween>
      </Container>
      <Container
        header={
          <Header variant="h2" description="Each tunnel of a pair ends at one of them.">
            Addresses
          </Header>
        }
      >
        <KeyValues
          columns={3}
          items={[
            {
              label: 'HA mode',
              value: (
                <>
                  {haModeText(gateway) || '–'}
                  {ha_mode !== undefined && <HaModePicture mode={ha_mode} />}
                </>
              ),
            },
            ...gatewayAddressItems(gateway),
          ]}
        />
      </Container>
      {takesPolicyTemplate(flavor) && <PolicyTemplate gateway={gateway} />}
      <Container header={<Header variant="h2">Identity</Header>}>
        <KeyValues
          columns={2}
          items={[
            { label: 'Id', value: <CopyableId value={id} what={`the id of ${name}`} /> },
            {
              label: 'BGP ASN',
              value: bgp_asn === undefined ? '–' : <CopyableId value={String(bgp_asn)} what={`the ASN of ${name}`} />,
            },
            {
              label: 'Enterprise project',
              value: (
                <ReferenceValue
                  id={enterprise_project_id}
                  reference={names.project}
                  what={`the enterprise project id of ${name}`}
                />
              ),
            },
            { label: 'Tags', value: <TagList tags={gateway.tags} /> },
            { label: 'Created', value: <Timestamp value={gateway.created_at} /> },
            { label: 'In use since', value: <Timestamp value={gateway.applied_at} /> },
            { label: 'Changed', value: <Timestamp value={gateway.updated_at} /> },
            ...(gateway.certificate_id
              ? [
                  {
                    label: 'Certificate',
                    value: <CopyableId value={gateway.certificate_id} what={`the certificate id of ${name}`} />,
                  },
                ]
              : []),
          ]}
        />
      </Container>
    </SpaceBetween>
  )
}
