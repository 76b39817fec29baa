import { startTransition, useState } from 'react'
import styles from './SearchField.module.css'

type SearchFieldProps = {
  label: string
  /** What it begins with. */
  value: string
  onType: (find: string) => void
  disabled: boolean
}

/** Finds rows with each key. What is typed shows at once; the rows follow as fast as they can be drawn. */
export const SearchField = ({ label, value, onType, disabled }: SearchFieldProps) => {
  const [typed, setTyped] = useState(value)
  return (
    <span className={styles['field']}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className={styles['icon']}>
        <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="m11 11 4 4" stroke="currentColor" strokeWidth="2" />
      </svg>
      <input
        type="search"
        className={styles['search']}
        aria-label={label}
        placeholder={label}
        value={typed}
        disabled={disabled}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          setTyped(target.value)
          startTransition(() => onType(target.value))
        }}
      />
    </span>
  )
}
