import { gatewayRefuses, type VpnGateway } from '@vpn-console/api-client'
import { useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { paths } from '../../../paths.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { AppLink } from '../../../ui/AppLink.tsx'
import { connectionUse, freeConnections } from '../gateway-detail-words.ts'
import { upgradeText } from '../gateway-words.ts'
import styles from './Overview.module.css'

type PartProps = { gateway: VpnGateway }

/** How many connections there are, and how many more it takes. */
export const Connections = ({ gateway }: PartProps) => (
  <>
    {connectionUse(gateway)}
    <div className={styles['quiet']}>{freeConnections(gateway)}</div>
  </>
)

/** What the cloud says of a newer version, with the way to it. */
export const Version = ({ gateway }: PartProps) => {
  const page = paths.vpnGateway({ cloudId: useCloudId(), gatewayId: gateway.id })
  const isWaiting = gateway.status === 'PENDING_UPGRADE_CONFIRM'
  return (
    <>
      {isWaiting ? 'Upgraded, not committed' : upgradeText(gateway) || '–'}
      <div>
        <AppLink to={`${page}?tab=upgrades`}>{isWaiting ? 'Commit or roll back' : 'Upgrades'}</AppLink>
      </div>
    </>
  )
}

/** The specifications that the cloud offers for it. */
export const OtherFlavors = ({ gateway }: PartProps) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { id, flavor, supported_flavors } = gateway
  const others = supported_flavors?.filter((other) => other !== flavor)
  if (!others) return <>–</>
  if (others.length === 0) return <>No other specification</>
  return (
    <>
      {others.join(', ')}
      <div>
        <ActionButton
          variant="inline-link"
          to={paths.vpnGatewaySpecification({ cloudId, gatewayId: id })}
          disabledReason={denied('updatePostpaidVgwSpecification') ?? gatewayRefuses('changeSpecification', gateway)}
          ariaLabel="Change the specification"
        >
          Change
        </ActionButton>
      </div>
    </>
  )
}
