import styles from './Meter.module.css'

type MeterProps = {
  /** What it says, for everybody: the bar beside it is for those who look. */
  words: string
  /** From 0 to 1. */
  part: number
  kind: 'plenty' | 'near' | 'full'
}

/** How much of something is in use. */
export const Meter = ({ words, part, kind }: MeterProps) => (
  <span className={styles['meter']}>
    <span className={styles['words']} data-kind={kind}>
      {words}
    </span>
    <svg className={styles['bar']} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles['whole']} width="100" height="6" />
      <rect className={styles['part']} data-kind={kind} width={Math.min(1, part) * 100} height="6" />
    </svg>
  </span>
)
