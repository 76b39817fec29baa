import type { CloudAccountView } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSession } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { Lines } from '../../ui/Lines.tsx'
import { KeyValues, type KeyValue } from '../../ui/KeyValues.tsx'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { accountRefuses, credentialWords, isoOf, sourceWords, vendorWords } from './account-words.ts'
import { AccountState } from './AccountState.tsx'
import { featureNames } from './form/feature-names.ts'

const addresses = ({ name, endpoint, endpoints = {} }: CloudAccountView): KeyValue[] => [
  ...(endpoint === undefined
    ? []
    : [{ label: 'Address of all services', value: <CopyableId value={endpoint} what={`the address of ${name}`} /> }]),
  ...Object.entries(endpoints).map(([service, url]) => ({
    label: `Address of ${service}`,
    value: <CopyableId value={url} what={`the address of ${service}`} />,
  })),
]

/** What an account is, and since when it has its keys; never the keys. */
export const AccountOverview = ({ account }: { account: CloudAccountView }) => {
  const { id, name, project_id, domain_id, credentials, source } = account
  const isSeen = useSession().clouds.some((cloud) => cloud.id === id)
  const own = addresses(account)
  return (
    <SpaceBetween size="l">
      {source === 'environment' && (
        <Alert type="info" header="It comes from the environment">
          {accountRefuses(account)} It can be tested here like any other.
        </Alert>
      )}
      <Container header={<Header variant="h2">Account</Header>}>
        <KeyValues
          items={[
            { label: 'State', value: <AccountState account={account} /> },
            { label: 'Vendor', value: vendorWords(account.vendor) },
            { label: 'Region', value: <span className="mono">{account.region}</span> },
            {
              label: 'Project id',
              value:
                project_id === '' ? (
                  'Looked up when it is needed'
                ) : (
                  <CopyableId value={project_id} what="the project id" />
                ),
            },
            {
              label: 'Account id',
              value: domain_id === undefined ? '' : <CopyableId value={domain_id} what="the account id" />,
            },
            { label: 'Point-to-Cloud', value: account.has_p2c ? 'Offered' : 'Not offered' },
            { label: 'From', value: sourceWords(source) },
            { label: 'Id in links', value: <CopyableId value={id} what="the id in links" /> },
            {
              label: 'Its cloud',
              value: isSeen ? <AppLink to={paths.overview({ cloudId: id })}>Open the overview of {name}</AppLink> : '',
            },
          ]}
        />
      </Container>
      <Container header={<Header variant="h2">Keys</Header>}>
        <KeyValues
          items={[
            { label: 'Kind', value: credentialWords(credentials.kind) },
            { label: 'Entered', value: <Timestamp value={isoOf(credentials.entered_at)} /> },
            { label: 'Entered by', value: credentials.entered_by },
          ]}
        />
      </Container>
      <Container header={<Header variant="h2">Use</Header>}>
        <KeyValues
          items={[
            { label: 'Features', value: <Lines values={featureNames(account.features)} /> },
            ...own,
            { label: 'Added', value: <Timestamp value={isoOf(account.created_at)} /> },
            { label: 'Added by', value: account.created_by },
            { label: 'Changed', value: <Timestamp value={isoOf(account.updated_at)} /> },
          ]}
        />
      </Container>
    </SpaceBetween>
  )
}
