import type { VpnConnection } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import { useCloudId } from '../../../api/operation-query.ts'
import { paths } from '../../../paths.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { useNow } from '../../../ui/now.ts'
import { agoWords } from '../../../ui/time-words.ts'
import { useKeyChanges } from './key-changes.ts'

/** Reminds of a key that was changed here and has no effect before a reset. */
export const KeyNotice = ({ connection: { id, name } }: { connection: Pick<VpnConnection, 'id' | 'name'> }) => {
  const cloudId = useCloudId()
  const now = useNow()
  const changedAt = useKeyChanges(cloudId).get(id)
  if (changedAt === undefined) return null
  return (
    <Alert type="warning" header={`The new key of ${name} waits for a reset`}>
      It was sent {agoWords(changedAt, now)}. Until the reset the tunnel goes on with the old one, and a peer that has
      the new one is refused.{' '}
      <AppLink to={paths.vpnConnectionKey({ cloudId, connectionId: id })}>Go on with it</AppLink>
    </Alert>
  )
}
