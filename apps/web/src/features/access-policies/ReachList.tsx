import { useCloudId } from '../../api/operation-query.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { ReachingGroup } from './reach.ts'
import styles from './WhoReaches.module.css'

const usersText = ({ userCount }: ReachingGroup) =>
  userCount === undefined ? '' : userCount === 1 ? '1 user' : `${userCount} users`

/** The groups that may reach something, each with its policies and users. */
export const ReachList = ({ serverId, groups }: { serverId: string; groups: readonly ReachingGroup[] }) => {
  const page = paths.vpnServer({ cloudId: useCloudId(), serverId })
  return (
    <ul className={styles['groups']} aria-label="Groups that may reach it">
      {groups.map((group) => (
        <li key={group.id} className={styles['group']}>
          <AppLink to={`${page}?tab=groups&group=${encodeURIComponent(group.id)}`}>{group.name}</AppLink>{' '}
          {usersText(group)}
          {group.coverage === 'part' && ', a part of it'}, by {group.policies.map(({ name }) => name).join(', ')}
          {group.users && group.users.length > 0 && (
            <details>
              <summary>Users of {group.name}</summary>
              <div className={styles['users']}>{group.users.map(({ id, name }) => name ?? id).join(', ')}</div>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
