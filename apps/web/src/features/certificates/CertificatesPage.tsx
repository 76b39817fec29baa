import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { KitWords } from '../../ui/KitWords.tsx'
import { useNow } from '../../ui/now.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { certificateColumns } from './certificate-columns.tsx'
import type { CertificateEntry } from './certificate-entries.ts'
import { alarmWords, nearEnd } from './certificate-words.ts'
import { MissingSources } from './MissingSources.tsx'
import { useCertificates } from './use-certificates.ts'

const RawCertificate = lazy(() => import('./RawCertificate.tsx'))

const minuteMs = 60_000

/** Every certificate there is, the one that ends first on top. */
export default function CertificatesPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const now = useNow()
  const minute = Math.ceil(now / minuteMs)
  const { entries, missing, isPending, isFetching, refetch } = useCertificates(cloudId)
  // The passing of seconds makes no other table.
  const columns = useMemo(() => certificateColumns(minute * minuteMs), [minute])
  const alarm = alarmWords(nearEnd(entries, now), now)
  const description = alarm === undefined ? 'None of those in use ends within 30 days.' : `In use: ${alarm}.`
  const [shown, setShown] = useState<CertificateEntry>()

  const actionsOf = (entry: CertificateEntry) => [
    {
      id: 'replace',
      text: 'Replace',
      disabledReason: entry.replace
        ? denied(entry.replace.by)
        : entry.kind === 'Server'
          ? 'Server certificates are replaced in the certificate service.'
          : 'The cloud does not let this certificate be replaced.',
      to: entry.replace?.to ?? '',
    },
    { id: 'raw', text: 'Show what the cloud says', onChoose: () => setShown(entry) },
  ]

  return (
    <KitWords>
      <PageHeader
        title="Certificates"
        count={isPending ? undefined : String(entries.length)}
        description={isPending ? undefined : description}
        actions={
          <Button
            formAction="none"
            iconName="refresh"
            ariaLabel="Refresh the certificates"
            loading={isFetching}
            onClick={refetch}
          />
        }
      />
      <SpaceBetween size="m">
        {missing.length > 0 && <MissingSources missing={missing} isRetrying={isFetching} />}
        <ResourceTable
          id="certificates"
          words={{ one: 'certificate', many: 'certificates' }}
          items={isPending ? undefined : entries}
          columns={columns}
          idOf={({ id }) => id}
          nameOf={({ name, kind }) => `${name} (${kind})`}
          sortedBy="days"
          actionsOf={actionsOf}
          empty={{
            text: 'GM gateways, customer gateways that are checked by a CA, VPN servers, and the certificate service bring theirs here.',
          }}
        />
      </SpaceBetween>
      {shown && (
        <Suspense>
          <RawCertificate entry={shown} onClose={() => setShown(undefined)} />
        </Suspense>
      )}
    </KitWords>
  )
}
