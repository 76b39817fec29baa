import type { TagChange } from './tag-changes.ts'
import styles from './TagChangeList.module.css'

const tagText = (key: string, value: string) => (value === '' ? key : `${key}: ${value}`)

/** Changes of tags: what goes and what comes. */
export const TagChangeList = ({ changes, none }: { changes: readonly TagChange[]; none: string }) =>
  changes.length === 0 ? (
    <p className={styles['none']}>{none}</p>
  ) : (
    <ul className={styles['changes']}>
      {changes.map(({ key, before, after }) => (
        <li key={key}>
          {before !== undefined && (
            <div>
              <span className={styles['sign']}>−</span>
              <del className={styles['removed']}>{tagText(key, before)}</del>
            </div>
          )}
          {after !== undefined && (
            <div>
              <span className={styles['sign']}>+</span>
              <ins className={styles['added']}>{tagText(key, after)}</ins>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
