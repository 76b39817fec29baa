import { lookingFor } from '../../api/create-or-find.ts'
import { useStore } from '../../api/store.ts'
import styles from './SendingNote.module.css'

/** Says why sending takes longer than usual. */
export const SendingNote = () => {
  const name = useStore(lookingFor)
  return (
    <output className={styles['note']}>
      {name !== undefined && `The answer was lost. Looking in the list whether ${name} was built all the same.`}
    </output>
  )
}
