import type { ScmCertificate } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useCloudId } from '../../../api/operation-query.ts'
import { expiryOf } from '../../../ui/expiry.ts'
import { useNow } from '../../../ui/now.ts'
import { ObjectPicker } from '../../../ui/pickers/ObjectPicker.tsx'
import { parseTime } from '../../../ui/time-words.ts'
import { scmRefusal } from '../server-words.ts'
import { scmCertificateList } from '../server-queries.ts'

const optionOf = (certificate: ScmCertificate, now: number) => {
  const { id, name, domain, expire_time } = certificate
  const end = parseTime(expire_time ?? undefined)
  const refusal = scmRefusal(certificate, now)
  return {
    value: id,
    label: name ?? id,
    description: [domain, end === undefined ? undefined : expiryOf(end, now).words].filter(Boolean).join(' · '),
    ...(refusal !== undefined && { disabled: true, disabledReason: refusal }),
  }
}

/** A server certificate of the certificate service, by name; which ones clients will trust is said beside it. */
export const ServerCertificateField = ({ description }: { description?: string }) => {
  const list = useQuery(scmCertificateList(useCloudId()))
  const now = useNow()
  return (
    <ObjectPicker<{ certificateId: string }>
      name="certificateId"
      label="Server certificate"
      description={description}
      constraint="It needs the extended key usage “server authentication”: without it clients refuse the server with “certificate verify failed”. The list does not tell the usage, the certificate itself does."
      many="certificates"
      list={list}
      options={(list.data ?? []).map((certificate) => optionOf(certificate, now))}
    />
  )
}
