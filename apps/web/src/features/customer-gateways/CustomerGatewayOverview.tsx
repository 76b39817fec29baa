import type { CustomerGateway } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { Expiry } from '../../ui/Expiry.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { TagList } from '../../ui/TagList.tsx'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { identifierType } from './customer-gateway-words.ts'

/** What describes the device at the other end. */
export const CustomerGatewayOverview = ({ gateway }: { gateway: CustomerGateway }) => {
  const { id, name, id_value, bgp_asn, ca_certificate, created_at, updated_at, tags } = gateway
  return (
    <Container header={<Header variant="h2">Identity</Header>}>
      <KeyValues
        columns={3}
        items={[
          { label: 'Identified by', value: identifierType(gateway) },
          { label: 'Identifier', value: <CopyableId value={id_value} what={`the identifier of ${name}`} /> },
          {
            label: 'BGP ASN',
            value: bgp_asn === undefined ? '–' : <CopyableId value={String(bgp_asn)} what={`the ASN of ${name}`} />,
          },
          { label: 'Id', value: <CopyableId value={id} what={`the id of ${name}`} /> },
          { label: 'Created', value: <Timestamp value={created_at} /> },
          { label: 'Changed', value: <Timestamp value={updated_at} /> },
          {
            label: 'CA certificate',
            value: ca_certificate ? <Expiry value={ca_certificate.expire_time} isDated /> : 'None',
          },
          { label: 'Tags', value: <TagList tags={tags} /> },
        ]}
      />
    </Container>
  )
}
