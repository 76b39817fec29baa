import styles from './Lines.module.css'

/** Several short values in one cell of a table, each on a line of its own. */
export const Lines = ({ values }: { values: readonly string[] }) =>
  values.length === 0
    ? '–'
    : values.map((value) => (
        <div key={value} className={styles['line']}>
          {value}
        </div>
      ))
