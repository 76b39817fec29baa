import { NavLink } from 'react-router'
import { paths, type InCloud } from '../paths.ts'
import styles from './SideNav.module.css'

const sections = [
  {
    title: 'Site-to-Cloud',
    links: [
      { text: 'VPN gateways', to: paths.vpnGateways },
      { text: 'Customer gateways', to: paths.customerGateways },
      { text: 'Connections', to: paths.vpnConnections },
    ],
  },
  {
    title: 'Point-to-Cloud',
    links: [
      { text: 'Gateways', to: paths.p2cGateways },
      { text: 'Servers', to: paths.vpnServers },
    ],
  },
  {
    title: 'Operations',
    links: [
      { text: 'Logs', to: paths.logs },
      { text: 'Certificates', to: paths.certificates },
      { text: 'Tags', to: paths.tags },
    ],
  },
] satisfies { title: string; links: { text: string; to: (cloud: InCloud) => string }[] }[]

type SideNavProps = { cloudId: string; onFollow: () => void }

export const SideNav = ({ cloudId, onFollow }: SideNavProps) => (
  <nav id="side-navigation" aria-label="Sections" className={styles['nav']}>
    {sections.map(({ title, links }) => (
      <div key={title} className={styles['section']}>
        <div id={`nav-${title}`} className={styles['title']}>
          {title}
        </div>
        <ul aria-labelledby={`nav-${title}`} className={styles['list']}>
          {links.map(({ text, to }) => (
            <li key={text}>
              {/* NavLink marks the current page, and the pages below it, with aria-current. */}
              <NavLink to={to({ cloudId })} className={styles['link']} onClick={onFollow}>
                {text}
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </nav>
)
