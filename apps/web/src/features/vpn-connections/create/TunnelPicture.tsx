import { pictureWords, type Picture } from './tunnel-picture.ts'
import styles from './TunnelPicture.module.css'

/** The two ends and the tunnels between them. */
export const TunnelPicture = ({ picture }: { picture: Picture }) => {
  const { near, far, farAddress, tunnels } = picture
  const step = 100 / (tunnels.length + 1)
  return (
    <>
      <p className="visually-hidden">{pictureWords(picture)}</p>
      <div className={styles['picture']} aria-hidden="true">
        <div className={styles['end']}>
          <span className={styles['name']}>{near}</span>
          <span className={`mono ${styles['addresses'] ?? ''}`}>
            {tunnels.map(({ address }, index) => (
              <span key={index === 0 ? 'first' : 'second'}>{address || '–'}</span>
            ))}
          </span>
        </div>
        <svg className={styles['lines']} viewBox="0 0 100 100" preserveAspectRatio="none">
          {tunnels.map(({ isStandby }, index) => {
            const y = step * (index + 1)
            return (
              <path
                key={index === 0 ? 'first' : 'second'}
                className={isStandby ? styles['standby'] : styles['tunnel']}
                d={`M0 ${y}C40 ${y} 60 50 100 50`}
              />
            )
          })}
        </svg>
        <div className={`${styles['end'] ?? ''} ${styles['far'] ?? ''}`}>
          <span className={styles['name']}>{far}</span>
          <span className="mono">{farAddress || '–'}</span>
        </div>
      </div>
    </>
  )
}
