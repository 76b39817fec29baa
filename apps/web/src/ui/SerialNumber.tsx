import { CopyableId } from './CopyableId.tsx'
import { serialForms } from './serial-number.ts'
import styles from './SerialNumber.module.css'

/** A serial number in both bases: clients log it in decimal, OpenSSL prints it in hex. `of` names whose it is. */
export const SerialNumber = ({ text, of }: { text: string | undefined; of: string }) => {
  const forms = text === undefined ? undefined : serialForms(text)
  if (text === undefined) return <>–</>
  if (!forms) return <CopyableId value={text} what={`the serial number of ${of}`} />
  return (
    <div className={styles['serial']}>
      <div>
        <CopyableId value={forms.decimal} what={`the serial number of ${of} in decimal`} />
      </div>
      <div>
        <CopyableId value={forms.hex} what={`the serial number of ${of} in hex`} /> (hex)
      </div>
    </div>
  )
}
