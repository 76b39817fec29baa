import { CopyableId } from '../../../ui/CopyableId.tsx'
import styles from './Overview.module.css'
import type { Reference } from './use-reference-names.ts'

type ReferenceValueProps = { id: string | undefined; reference: (id: string) => Reference; what: string }

/** Something of another service: its name, its id to copy, and what is missing where there is no name. */
export const ReferenceValue = ({ id, reference, what }: ReferenceValueProps) => {
  if (id === undefined || id === '') return <>–</>
  const { name, trouble } = reference(id)
  return (
    <>
      {name !== undefined && <div>{name}</div>}
      <div className={name === undefined ? undefined : styles['quiet']}>
        <CopyableId value={id} what={what} />
      </div>
      {trouble !== undefined && <div className={styles['quiet']}>{trouble}</div>}
    </>
  )
}
