import Box from '@cloudscape-design/components/box'
import Modal from '@cloudscape-design/components/modal'
import { CopyButton } from '../../ui/CopyButton.tsx'
import type { CertificateEntry } from './certificate-entries.ts'
import styles from './RawCertificate.module.css'

/** What the cloud told of a certificate, word for word: for what could not be read, and for scripts. */
export default function RawCertificate({ entry, onClose }: { entry: CertificateEntry; onClose: () => void }) {
  const text = JSON.stringify(entry.raw, null, 2)
  return (
    <Modal
      visible
      header={`What the cloud says of ${entry.name}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      size="large"
    >
      <Box float="right">
        <CopyButton text={text} what={`the record of ${entry.name}`} />
      </Box>
      <pre className={styles['raw']}>{text}</pre>
    </Modal>
  )
}
