import { useState, type ReactNode } from 'react'
import styles from './ScrollTable.module.css'

type ScrollTableProps = {
  label: string
  columns: readonly { words: string; isNumber?: boolean }[]
  /** The newest first. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
  note?: string | undefined
}

/** Many rows in the place of a picture, scrolled by themselves; the first column turns their order. */
export const ScrollTable = ({ label, columns, rows, note }: ScrollTableProps) => {
  const [isOldestFirst, setOldestFirst] = useState(false)
  const [first, ...rest] = columns
  return (
    <section className={styles['scroll']} aria-label={label}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col" aria-sort={isOldestFirst ? 'ascending' : 'descending'}>
              {/* Also what takes the focus for scrolling by keyboard. */}
              <button type="button" className={styles['order']} onClick={() => setOldestFirst(!isOldestFirst)}>
                {first?.words} <span aria-hidden="true">{isOldestFirst ? '↑' : '↓'}</span>
              </button>
            </th>
            {rest.map(({ words, isNumber }) => (
              <th key={words} scope="col" data-number={isNumber}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(isOldestFirst ? rows.toReversed() : rows).map(({ key, cells: [head, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {rest.map(({ words, isNumber }, index) => (
                <td key={words} data-number={isNumber}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note !== undefined && <p className={styles['note']}>{note}</p>}
    </section>
  )
}
