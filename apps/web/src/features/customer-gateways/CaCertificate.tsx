import type { CustomerGateway } from '@vpn-console/api-client'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { Expiry } from '../../ui/Expiry.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { serialForms } from '../../ui/serial-number.ts'

type Certificate = NonNullable<CustomerGateway['ca_certificate']>

const Serial = ({ text }: { text: string | undefined }) => {
  const forms = text === undefined ? undefined : serialForms(text)
  if (text === undefined) return <>–</>
  if (!forms) return <CopyableId value={text} what="the serial number" />
  return (
    <>
      <div>
        <CopyableId value={forms.decimal} what="the serial number in decimal" />
      </div>
      <div>
        <CopyableId value={forms.hex} what="the serial number in hex" /> (hex)
      </div>
    </>
  )
}

/** The CA certificate that the device at the other end is checked with. */
export const CaCertificate = ({ certificate }: { certificate: Certificate }) => {
  const { id, subject, issuer, serial_number, signature_algorithm, expire_time, is_updatable } = certificate
  return (
    <KeyValues
      columns={3}
      items={[
        { label: 'Subject', value: subject },
        { label: 'Issuer', value: issuer === subject ? `${issuer} (itself)` : (issuer ?? '–') },
        { label: 'Serial number', value: <Serial text={serial_number} /> },
        { label: 'Expires', value: <Expiry value={expire_time} isDated /> },
        { label: 'Signature algorithm', value: signature_algorithm },
        { label: 'Can be replaced', value: is_updatable === undefined ? '–' : is_updatable ? 'Yes' : 'No' },
        {
          label: 'Certificate id',
          value: id ? <CopyableId value={id} what="the id of the CA certificate" /> : undefined,
        },
      ]}
    />
  )
}
