import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { useNow } from '../../ui/now.ts'
import styles from './CertificateBadge.module.css'
import { alarmWords, certificateState, nearEnd } from './certificate-words.ts'
import { useVpnCertificates } from './use-certificates.ts'

/** In the header, only when a certificate at work is near its end. */
export default function CertificateBadge({ cloudId }: { cloudId: string }) {
  const now = useNow()
  const near = nearEnd(useVpnCertificates(cloudId).entries, now)
  const words = alarmWords(near, now)
  if (words === undefined) return null
  const hasEnded = near.some((entry) => certificateState(entry, now) === 'ended')
  return (
    <Link
      to={paths.certificates({ cloudId })}
      className={styles['badge']}
      data-kind={hasEnded ? 'ended' : 'ending'}
      aria-label={words}
      title={words}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path
          d="M3 2.5h10v7H9.5M3 2.5v7h1.500M5.500 5h5M7 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM6 11.800V14.500l1-.700 1 .700v-2.700"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className={styles['count']}>{near.length}</span>
    </Link>
  )
}
