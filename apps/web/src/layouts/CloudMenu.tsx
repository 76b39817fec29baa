import type { Cloud } from '@vpn-console/api-client'
import { Link } from 'react-router'
import { useSession } from '../api/session.ts'
import { paths } from '../paths.ts'
import { BarIcon } from './BarIcon.tsx'
import { BarMenu } from './BarMenu.tsx'
import styles from './BarMenu.module.css'

/** Which cloud the pages are about: account, region and project. */
export const CloudMenu = ({ cloud }: { cloud: Cloud | undefined }) => {
  const { clouds } = useSession()
  const words = cloud ? `${cloud.name} · ${cloud.region}` : 'Choose a cloud account'
  return (
    <BarMenu
      label={`Cloud account: ${words}`}
      align="start"
      button={
        <>
          <BarIcon name="cloud" />
          <span className={styles['ellipsis']}>{words}</span>
          <BarIcon name="chevron" />
        </>
      }
    >
      <div className={styles['heading']}>Cloud accounts</div>
      {clouds.map(({ id, name, region, project_id }) => (
        <Link
          key={id}
          to={paths.vpnGateways({ cloudId: id })}
          aria-current={id === cloud?.id}
          className={styles['item']}
        >
          <span className={styles['stack']}>
            {name} · {region}
            <span className={`mono ${styles['small'] ?? ''}`}>{project_id}</span>
          </span>
        </Link>
      ))}
    </BarMenu>
  )
}
