import type { ClientCaCertificate } from '@vpn-console/api-client'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { Expiry } from '../../ui/Expiry.tsx'
import { serialForms } from '../../ui/serial-number.ts'
import { SerialNumber } from '../../ui/SerialNumber.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { parseTime } from '../../ui/time-words.ts'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'

const isoOf = (time: string | undefined) => {
  const read = parseTime(time)
  return read === undefined ? undefined : new Date(read).toISOString()
}

const serialValue = ({ serial_number: serial }: ClientCaCertificate) => {
  const forms = serial === undefined ? undefined : serialForms(serial)
  return forms ? [forms.decimal, forms.hex] : serial
}

const issuerWords = ({ issuer, subject }: ClientCaCertificate) =>
  issuer !== undefined && issuer === subject ? `${issuer} (itself)` : issuer

export const clientCaColumns: readonly Column<ClientCaCertificate>[] = [
  {
    id: 'name',
    header: 'Client CA',
    value: ({ name }) => name,
    cell: ({ name, subject }) => <TwoLines first={name} second={subject} />,
    filter: 'text',
    isRowHeader: true,
    minWidth: 220,
  },
  {
    id: 'expires',
    header: 'Expires',
    value: ({ expiration_time }) => isoOf(expiration_time),
    cell: ({ expiration_time }) => <Expiry value={expiration_time} isDated />,
    minWidth: 150,
  },
  {
    id: 'serial',
    header: 'Serial number',
    value: serialValue,
    cell: ({ serial_number, name }) => <SerialNumber text={serial_number} of={name} />,
    filter: 'text',
    minWidth: 240,
  },
  { id: 'issuer', header: 'Issuer', value: issuerWords, filter: 'text', isHidden: 'narrow', minWidth: 180 },
  {
    id: 'algorithm',
    header: 'Signature algorithm',
    value: ({ signature_algorithm }) => signature_algorithm,
    filter: 'choice',
    minWidth: 160,
  },
  { id: 'subject', header: 'Subject', value: ({ subject }) => subject, filter: 'text', isHidden: true, minWidth: 180 },
  {
    id: 'imported',
    header: 'Imported',
    value: ({ created_at }) => isoOf(created_at),
    cell: ({ created_at }) => <Timestamp value={created_at} />,
    minWidth: 120,
  },
  {
    id: 'id',
    header: 'Id',
    value: ({ id }) => id,
    cell: ({ id, name }) => <CopyableId value={id} what={`the id of ${name}`} />,
    filter: 'text',
    isHidden: true,
    minWidth: 160,
  },
]
