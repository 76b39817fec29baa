import styles from './HaModePicture.module.css'

/** Two tunnels to a site: both carry traffic, or the second waits for the first to fail. */
export const HaModePicture = ({ mode }: { mode: string }) => (
  <svg className={styles['picture']} viewBox="0 0 200 64" aria-hidden="true" focusable="false">
    <rect className={styles['end']} x="2" y="6" width="34" height="52" rx="6" />
    <rect className={styles['end']} x="164" y="6" width="34" height="52" rx="6" />
    <path className={styles['busy']} d="M36 20H164" />
    <path className={mode === 'active-active' ? styles['busy'] : styles['idle']} d="M36 44H164" />
    <circle className={styles['near']} cx="36" cy="20" r="4.5" />
    <circle className={mode === 'active-active' ? styles['near'] : styles['waiting']} cx="36" cy="44" r="4.5" />
    <path className={styles['arrow']} d="M122 14l7 6-7 6M78 14l-7 6 7 6" />
    {mode === 'active-active' && <path className={styles['arrow']} d="M122 38l7 6-7 6M78 38l-7 6 7 6" />}
  </svg>
)
