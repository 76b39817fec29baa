import styles from './ChangeList.module.css'

/** One changed setting: what goes, what comes, and how much of it stays. */
export type Change = { label: string; removed: readonly string[]; added: readonly string[]; kept: number }

/** What is about to be sent: of each changed setting, what goes, what comes, and what stays. */
export const ChangeList = ({ changes }: { changes: readonly Change[] }) => (
  <section aria-labelledby="changes" aria-live="polite">
    <h2 id="changes" className={styles['title']}>
      What will be changed
    </h2>
    {changes.length === 0 ? (
      <p className={styles['none']}>Nothing yet.</p>
    ) : (
      <dl className={styles['changes']}>
        {changes.map(({ label, removed, added, kept }) => (
          <div key={label}>
            <dt>{label}</dt>
            {removed.map((value) => (
              <dd key={value}>
                <span className={styles['sign']}>−</span>
                <del className={styles['removed']}>{value}</del>
              </dd>
            ))}
            {added.map((value) => (
              <dd key={value}>
                <span className={styles['sign']}>+</span>
                <ins className={styles['added']}>{value}</ins>
              </dd>
            ))}
            {kept > 0 && <dd className={styles['none']}>{kept === 1 ? '1 stays' : `${kept} stay`} as before</dd>}
          </div>
        ))}
      </dl>
    )}
  </section>
)
