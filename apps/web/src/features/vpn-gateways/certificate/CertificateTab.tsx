import { gatewayRefuses, type VpnGateway, type VpnGatewayCertificate } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery } from '@tanstack/react-query'
import { nextPollMs, staleSince, useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { paths } from '../../../paths.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { CopyableId } from '../../../ui/CopyableId.tsx'
import { Expiry } from '../../../ui/Expiry.tsx'
import { FormError } from '../../../ui/FormError.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { SerialNumber } from '../../../ui/SerialNumber.tsx'
import { StaleNotice } from '../../../ui/StaleNotice.tsx'
import { Timestamp } from '../../../ui/Timestamp.tsx'
import { certificatePollInterval, certificateRefuses, gatewayCertificate } from './certificate-queries.ts'
import { certificateState } from './certificate-words.ts'

type Part = {
  title: string
  description: string
  subject: string | undefined
  serial: string | undefined
  ends: string | undefined
  issuer?: string | undefined
}

const partsOf = (certificate: VpnGatewayCertificate): Part[] => [
  {
    title: 'Signature certificate',
    description: 'Says who the gateway is.',
    subject: certificate.certificate_subject,
    issuer: certificate.issuer,
    serial: certificate.certificate_serial_number,
    ends: certificate.certificate_expire_time,
  },
  {
    title: 'Encryption certificate',
    description: 'What devices seal their keys with.',
    subject: certificate.enc_certificate_subject,
    serial: certificate.enc_certificate_serial_number,
    ends: certificate.enc_certificate_expire_time,
  },
  {
    title: 'CA certificate',
    description: 'Devices check the two with it.',
    subject: certificate.certificate_chain_subject,
    serial: certificate.certificate_chain_serial_number,
    ends: certificate.certificate_chain_expire_time,
  },
]

const PartDetails = ({ title, description, subject, issuer, serial, ends }: Part) => (
  <Container
    header={
      <Header variant="h3" description={description}>
        {title}
      </Header>
    }
  >
    <KeyValues
      columns={4}
      items={[
        { label: 'Subject', value: subject },
        ...(issuer === undefined
          ? []
          : [{ label: 'Issuer', value: issuer === subject ? `${issuer} (itself)` : issuer }]),
        { label: 'Serial number', value: <SerialNumber text={serial} of={`the ${title.toLowerCase()}`} /> },
        { label: 'Expires', value: <Expiry value={ends} isDated /> },
      ]}
    />
  </Container>
)

const State = ({ certificate }: { certificate: VpnGatewayCertificate }) => {
  const { words, kind, step } = certificateState(certificate)
  return (
    <span title={`Status ${certificate.status}`}>
      <StatusIndicator type={kind}>{words}</StatusIndicator>
      {step !== undefined && <Box color="text-body-secondary">{step}</Box>}
    </span>
  )
}

/** The certificates of a GM gateway: whether they are in use, what is in them, and the way to others. */
export default function CertificateTab({ gateway }: { gateway: VpnGateway }) {
  const cloudId = useCloudId()
  const denied = useDenied()
  const query = useQuery({
    ...gatewayCertificate(cloudId, gateway.id),
    refetchInterval: ({ state }) => nextPollMs(certificatePollInterval(state.data), state.error),
  })
  const { data: certificate } = query
  const to = paths.vpnGatewayCertificate({ cloudId, gatewayId: gateway.id })

  if (certificate === undefined) {
    if (!query.error) return <Loading what="certificates" />
    return (
      <FormError
        title="The certificates could not be loaded"
        error={query.error}
        action={<ActionButton onClick={() => void query.refetch()}>Try again</ActionButton>}
      />
    )
  }

  if (certificate === null) {
    return (
      <Container>
        <Box textAlign="center" padding="l">
          <SpaceBetween size="s">
            <Box variant="h2">No certificates yet</Box>
            <Box color="text-body-secondary">
              A GM gateway takes connections once it has a signature and an encryption certificate, with their keys and
              the certificate of their CA.
            </Box>
            <ActionButton
              variant="primary"
              to={to}
              disabledReason={denied('createVgwCertificate') ?? gatewayRefuses('update', gateway)}
            >
              Upload certificates
            </ActionButton>
          </SpaceBetween>
        </Box>
      </Container>
    )
  }

  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description="The private keys stay with the service and with you: nobody can read them here."
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <StaleNotice
                  since={staleSince(query)}
                  onRetry={() => void query.refetch()}
                  isRetrying={query.isFetching}
                />
                <ActionButton
                  to={to}
                  disabledReason={
                    denied('updateVgwCertificate') ??
                    gatewayRefuses('update', gateway) ??
                    certificateRefuses(certificate)
                  }
                >
                  Replace or rename
                </ActionButton>
              </SpaceBetween>
            }
          >
            Certificates of {gateway.name}
          </Header>
        }
      >
        <KeyValues
          columns={4}
          items={[
            { label: 'Name', value: certificate.name },
            { label: 'State', value: <State certificate={certificate} /> },
            { label: 'Signature algorithm', value: certificate.signature_algorithm },
            {
              label: 'Id',
              value: <CopyableId value={certificate.id} what={`the certificate id of ${gateway.name}`} />,
            },
            { label: 'Uploaded', value: <Timestamp value={certificate.created_at} /> },
            { label: 'Changed', value: <Timestamp value={certificate.updated_at} /> },
          ]}
        />
      </Container>
      {partsOf(certificate).map((part) => (
        <PartDetails key={part.title} {...part} />
      ))}
    </SpaceBetween>
  )
}
