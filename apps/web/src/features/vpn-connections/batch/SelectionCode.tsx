import type { VpnConnection } from '@vpn-console/api-client'
import Modal from '@cloudscape-design/components/modal'
import { lazy, Suspense } from 'react'
import { KitWords } from '../../../ui/KitWords.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { countOf } from './batch-words.ts'

const CodeTab = lazy(() => import('../../as-code/CodeTab.tsx'))

type SelectionCodeProps = { connections: readonly VpnConnection[]; onClose: () => void }

/** The chosen connections as code. */
export default function SelectionCode({ connections, onClose }: SelectionCodeProps) {
  return (
    <KitWords>
      <Modal
        visible
        size="max"
        header={`${countOf(connections.length)} as code`}
        closeAriaLabel="Close"
        onDismiss={onClose}
      >
        <Suspense fallback={<Loading what="the code" />}>
          <CodeTab resources={connections.map((value) => ({ type: 'vpn-connection', value }))} />
        </Suspense>
      </Modal>
    </KitWords>
  )
}
