import type { AuditEntryDetails } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { load, useLive } from '../../api/operation-query.ts'
import { useSession } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { operationWords } from '../../ui/operation-words.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { exactWords } from '../../ui/time-words.ts'
import { auditEntry } from './audit-queries.ts'
import { EntryChange } from './EntryChange.tsx'
import { Outcome, Things } from './entry-columns.tsx'
import { outcomes, personWords } from './entry-words.ts'

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, auditEntry(params['auditId'] ?? ''))

export const crumb = function AuditEntryCrumb() {
  const { auditId = '' } = useParams()
  const operation = useQuery(auditEntry(auditId)).data?.operation
  return operation === undefined ? 'Audit entry' : operationWords(operation)
}

/** What is still at work has an end to wait for. */
const intervalOf = (entry: AuditEntryDetails | undefined) => (entry?.outcome === 'pending' ? 5_000 : false)

/** The other entries of a person, or of a thing. */
const others = (filter: string) => `${paths.audit()}?filter=${encodeURIComponent(filter)}`

export default function AuditEntryPage() {
  const { auditId = '' } = useParams()
  const { data: entry } = useLive(auditEntry(auditId), intervalOf)
  const { operation, outcome, person_id, person_name, resource_id, status, code } = entry
  const cloud = useSession().clouds.find(({ id }) => id === entry.cloud_id)
  const who = personWords(entry)
  // Who was not signed in said a name at the most.
  const by = person_id ?? (/^$|^-$|^\(console\)$/.test(person_name) ? undefined : person_name)
  return (
    <>
      <PageHeader
        title={operationWords(operation)}
        description={`${who}, ${exactWords(entry.at)}`}
        actions={
          <span>
            Link to this entry <CopyButton text={location.href} what="the link to this entry" />
          </span>
        }
      />
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">What happened</Header>}>
          <KeyValues
            items={[
              { label: 'Outcome', value: <Outcome entry={entry} /> },
              { label: 'That means', value: outcomes[outcome].meaning },
              {
                label: 'Who',
                value: (
                  <>
                    {person_id === undefined ? who : <AppLink to={paths.person(person_id)}>{who}</AppLink>}
                    {by !== undefined && (
                      <div>
                        <AppLink to={others(`person=${by}`)}>Everything by {who}</AppLink>
                      </div>
                    )}
                  </>
                ),
              },
              { label: 'From', value: entry.ip && <span className="mono">{entry.ip}</span> },
              {
                label: 'On',
                value: resource_id && (
                  <>
                    <Things entry={entry} />
                    {!resource_id.includes(' ') && (
                      <AppLink to={others(`resource=${resource_id}`)}>Everything on it</AppLink>
                    )}
                  </>
                ),
              },
              { label: 'Cloud', value: cloud === undefined ? entry.cloud_id : `${cloud.name} (${cloud.id})` },
              { label: 'Began', value: exactWords(entry.at) },
              { label: 'Ended', value: entry.ended_at && exactWords(entry.ended_at) },
              { label: 'How often', value: entry.times === 1 ? 'Once' : `${entry.times} times within a minute` },
              { label: 'Answer', value: [status, code].filter((part) => part !== undefined).join(', ') },
              { label: 'Operation', value: <span className="mono">{operation}</span> },
              {
                label: 'Request id of the cloud',
                value: entry.request_id && <CopyableId value={entry.request_id} what="the request id of the cloud" />,
              },
              {
                label: 'Request id of the console',
                value: entry.console_request_id && (
                  <CopyableId value={entry.console_request_id} what="the request id of the console" />
                ),
              },
              { label: 'Entry', value: <CopyableId value={entry.id} what="the id of this entry" /> },
            ]}
          />
        </Container>
        <EntryChange entry={entry} />
      </SpaceBetween>
    </>
  )
}
