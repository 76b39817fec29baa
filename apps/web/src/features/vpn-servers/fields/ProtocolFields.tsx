import { RadioField } from '../../../ui/form/RadioField.tsx'

type Values = { port: string; encryption: string }

const ports = [
  { value: '443', label: 'TCP 443', description: 'Open in nearly every network, since the web uses it.' },
  { value: '1194', label: 'TCP 1194', description: 'OpenVPN’s own port; hotels and guest networks may block it.' },
]

const algorithms = [
  { value: 'AES-128-GCM', label: 'AES-128-GCM', description: 'The default, and the faster one.' },
  { value: 'AES-256-GCM', label: 'AES-256-GCM', description: 'For where a longer key is asked for.' },
]

export const ProtocolFields = () => (
  <>
    <RadioField<Values> name="port" label="Port" options={ports} />
    <RadioField<Values> name="encryption" label="Encryption" options={algorithms} />
  </>
)
