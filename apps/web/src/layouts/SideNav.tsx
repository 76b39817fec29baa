import {
  allows,
  mayOffer,
  seesServersOnly,
  type Cloud,
  type OperationName,
  type Session,
} from '@vpn-console/api-client'
import { NavLink } from 'react-router'
import { operations } from 'virtual:operations'
import { paths, type InCloud } from '../paths.ts'
import styles from './SideNav.module.css'

type Link = { text: string; to: (cloud: InCloud) => string }
type Section = { title: string; isUntitled?: boolean; links: Link[] }
type CloudLink = Link & { needs: OperationName; isP2c?: boolean }

const cloudSections: { title: string; links: CloudLink[] }[] = [
  {
    title: 'Site-to-Cloud',
    links: [
      { text: 'VPN gateways', to: paths.vpnGateways, needs: 'listVgws' },
      { text: 'Customer gateways', to: paths.customerGateways, needs: 'listCgws' },
      { text: 'Connections', to: paths.vpnConnections, needs: 'listVpnConnections' },
    ],
  },
  {
    title: 'Point-to-Cloud',
    links: [
      { text: 'Gateways', to: paths.p2cGateways, needs: 'listP2cVgws', isP2c: true },
      { text: 'Servers', to: paths.vpnServers, needs: 'listVpnServersByProject', isP2c: true },
    ],
  },
  {
    title: 'Operations',
    links: [
      { text: 'Logs', to: paths.logs, needs: 'showVpnConnectionLog' },
      { text: 'Certificates', to: paths.certificates, needs: 'listVgws' },
      { text: 'Tags', to: paths.tags, needs: 'listProjectTags' },
    ],
  },
]

const ownLinks: (Link & { needs: string })[] = [
  { text: 'Cloud accounts', to: paths.cloudAccounts, needs: 'console:cloudAccounts:list' },
  { text: 'People', to: paths.people, needs: 'console:people:list' },
  { text: 'Roles', to: paths.roles, needs: 'console:roles:list' },
  { text: 'Sign-on', to: paths.signOn, needs: 'console:signOn:show' },
  { text: 'Audit', to: paths.audit, needs: 'console:audit:list' },
]

/** Only what there is on this cloud, and what the person may see of it. */
const sectionsFor = (session: Session, cloud: Cloud | undefined): Section[] => {
  const isThere = ({ needs, isP2c }: CloudLink) =>
    cloud !== undefined && (!isP2c || cloud.hasP2c) && mayOffer(cloud.grants, operations[needs].action)
  const overview = cloud && !seesServersOnly(cloud.grants) ? [{ text: 'Overview', to: paths.overview }] : []
  const sections: Section[] = [
    // One link needs no title above it, but its list needs a name.
    { title: 'Start', isUntitled: true, links: overview },
    ...cloudSections.map(({ title, links }) => ({ title, links: links.filter(isThere) })),
    { title: 'Administration', links: ownLinks.filter(({ needs }) => allows(session.actions, needs)) },
  ]
  return sections.filter(({ links }) => links.length > 0)
}

type SideNavProps = { session: Session; cloud: Cloud | undefined; onFollow: () => void }

export const SideNav = ({ session, cloud, onFollow }: SideNavProps) => (
  <nav id="side-navigation" aria-label="Sections" className={styles['nav']}>
    {sectionsFor(session, cloud).map(({ title, isUntitled, links }) => (
      <div key={title} className={styles['section']}>
        <div id={`nav-${title}`} className={isUntitled ? 'visually-hidden' : styles['title']}>
          {title}
        </div>
        <ul aria-labelledby={`nav-${title}`} className={styles['list']}>
          {links.map(({ text, to }) => (
            <li key={text}>
              {/* NavLink marks the current page, and the pages below it, with aria-current. */}
              <NavLink to={to({ cloudId: cloud?.id ?? '' })} className={styles['link']} onClick={onFollow}>
                {text}
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </nav>
)
