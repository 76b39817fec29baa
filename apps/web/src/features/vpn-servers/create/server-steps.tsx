import { useQuery } from '@tanstack/react-query'
import { useCloudId } from '../../../api/operation-query.ts'
import type { WizardStep } from '../../../ui/form/wizard-steps.ts'
import { scmCertificateList } from '../server-queries.ts'
import { certificateSourceWords, signInWords } from '../server-words.ts'
import { CertificatesStep } from './CertificatesStep.tsx'
import { NetworkStep } from './NetworkStep.tsx'
import { ProtocolStep } from './ProtocolStep.tsx'
import { allLocalSubnets, dnsServersOf, filledCas, type ServerFormValues } from './server-form.ts'
import { SignInStep } from './SignInStep.tsx'
import { usePickedGateway } from './use-server-facts.ts'

const GatewayName = ({ id }: { id: string }) => <>{(usePickedGateway(id)?.name ?? id) || '–'}</>

const CertificateName = ({ id }: { id: string }) => {
  const { data } = useQuery({ ...scmCertificateList(useCloudId()), enabled: id !== '' })
  return <>{(data?.find((certificate) => certificate.id === id)?.name ?? id) || '–'}</>
}

const certificates = (values: ServerFormValues) => {
  const { certificateSource, certificateId, authType } = values
  const cas = filledCas(values)
  return [
    {
      label: 'Certificate of the server',
      value:
        certificateSource === 'CCM' ? (
          <CertificateName id={certificateId} />
        ) : (
          certificateSourceWords(certificateSource)
        ),
    },
    ...(authType === 'CERT'
      ? [{ label: 'Client CAs', value: cas.map(({ name, index }) => name || `number ${index + 1}`).join(', ') }]
      : []),
  ]
}

/** The wizard, step by step. */
export const serverSteps: readonly WizardStep<ServerFormValues>[] = [
  {
    id: 'network',
    title: 'Network',
    description: 'Where the server stands, what addresses its clients get, and what they reach.',
    fields: ['gatewayId', 'localSubnets', 'otherSubnets', 'clientCidr', 'typedRoutes'],
    Content: NetworkStep,
    summary: (values) => [
      { label: 'Gateway', value: <GatewayName id={values.gatewayId} /> },
      { label: 'Client CIDR', value: values.clientCidr },
      { label: 'Local subnets', value: allLocalSubnets(values).join(', ') },
    ],
  },
  {
    id: 'sign-in',
    title: 'Sign-in of users',
    description: 'How people prove who they are.',
    fields: ['authType', 'idpName'],
    Content: SignInStep,
    summary: ({ authType, idpName }) => [
      { label: 'Sign-in', value: signInWords(authType) },
      ...(authType === 'FEDERATED' ? [{ label: 'Identity provider', value: idpName }] : []),
    ],
  },
  {
    id: 'certificates',
    title: 'Certificates',
    description: 'What the server shows of itself, and what it asks of clients.',
    fields: ['certificateSource', 'certificateId', 'cas'],
    Content: CertificatesStep,
    summary: certificates,
  },
  {
    id: 'protocol',
    title: 'Protocol',
    description: 'How clients talk to the server.',
    fields: ['port', 'encryption', 'isCompressed', 'dns1', 'dns2'],
    Content: ProtocolStep,
    summary: (values) => [
      { label: 'Port', value: `TCP ${values.port}` },
      { label: 'Encryption', value: values.encryption },
      { label: 'Compression', value: values.isCompressed ? 'On' : 'Off' },
      { label: 'DNS servers', value: dnsServersOf(values).join(', ') },
    ],
  },
]
