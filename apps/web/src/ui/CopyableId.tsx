import { CopyButton } from './CopyButton.tsx'
import styles from './CopyableId.module.css'

type CopyableIdProps = {
  value: string
  /** What it is, for the button's name: `the id of gw-paris`. */
  what: string
}

/** An id or address in a face that tells 0 from O, with a button that copies it. */
export const CopyableId = ({ value, what }: CopyableIdProps) => (
  <span className={styles['id']}>
    <span className="mono">{value}</span>
    <CopyButton text={value} what={what} />
  </span>
)
