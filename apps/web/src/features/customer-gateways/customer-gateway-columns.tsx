import type { CustomerGateway } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { Expiry } from '../../ui/Expiry.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { tagColumn } from '../../ui/table/tag-column.ts'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { commonName, identifierType } from './customer-gateway-words.ts'

const Certificate = ({ ca_certificate: certificate }: CustomerGateway) =>
  certificate ? (
    <>
      {commonName(certificate.subject)} <Expiry value={certificate.expire_time} />
    </>
  ) : (
    <>–</>
  )

/** The columns of the list; how many connections each has is undefined while that is not known. */
export const customerGatewayColumns = (
  cloudId: string,
  connectionCountOf: (gateway: CustomerGateway) => number | undefined,
): Column<CustomerGateway>[] => [
  {
    id: 'name',
    header: 'Name',
    value: ({ name }) => name,
    cell: ({ id, name }) => <AppLink to={paths.customerGateway({ cloudId, customerGatewayId: id })}>{name}</AppLink>,
    filter: 'text',
    isRowHeader: true,
    minWidth: 160,
  },
  {
    id: 'identifier',
    header: 'Identifier',
    value: ({ id_value }) => id_value,
    cell: ({ id_value, name }) => <CopyableId value={id_value} what={`the identifier of ${name}`} />,
    filter: 'text',
    minWidth: 170,
  },
  { id: 'type', header: 'Identified by', value: identifierType, filter: 'choice', isHidden: 'narrow', minWidth: 130 },
  { id: 'asn', header: 'BGP ASN', value: ({ bgp_asn }) => bgp_asn, filter: 'number', minWidth: 110 },
  {
    id: 'certificate',
    header: 'CA certificate',
    value: ({ ca_certificate: certificate }) =>
      certificate && `${commonName(certificate.subject) ?? ''} ${certificate.expire_time ?? ''}`.trim(),
    cell: (gateway) => <Certificate {...gateway} />,
    filter: 'text',
    minWidth: 200,
  },
  {
    id: 'connections',
    header: 'Connections',
    value: connectionCountOf,
    filter: 'number',
    minWidth: 130,
  },
  {
    id: 'created',
    header: 'Created',
    value: ({ created_at }) => created_at,
    cell: ({ created_at }) => <Timestamp value={created_at} />,
    isHidden: 'narrow',
    minWidth: 130,
  },
  {
    id: 'id',
    header: 'Id',
    value: ({ id }) => id,
    cell: ({ id, name }) => <CopyableId value={id} what={`the id of ${name}`} />,
    filter: 'text',
    isHidden: true,
    minWidth: 330,
  },
  tagColumn,
]
