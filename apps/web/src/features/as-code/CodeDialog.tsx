import Alert from '@cloudscape-design/components/alert'
import Modal from '@cloudscape-design/components/modal'
import { useQuery } from '@tanstack/react-query'
import { connectionList, customerGatewayList, gatewayList } from '../../api/lists.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { errorText } from '../../ui/error-words.ts'
import { Loading } from '../../ui/Loading.tsx'
import type { CodeResource } from './code-resource.ts'
import CodeTab from './CodeTab.tsx'

type CodeDialogProps = {
  /** What is shown; of types that have no code, nothing is. */
  chosen: readonly { type: string; id: string }[]
  onClose: () => void
}

/** A selection as code, read as it is now. */
export default function CodeDialog({ chosen, onClose }: CodeDialogProps) {
  const cloudId = useCloudId()
  const has = (type: CodeResource['type']) => chosen.some((one) => one.type === type)
  const gateways = useQuery({ ...gatewayList(cloudId), enabled: has('vpn-gateway') })
  const customerGateways = useQuery({ ...customerGatewayList(cloudId), enabled: has('customer-gateway') })
  const connections = useQuery({ ...connectionList(cloudId), enabled: has('vpn-connection') })
  const lists = [gateways, customerGateways, connections]
  const error = lists.find((list) => list.error && !list.data)?.error
  const all: CodeResource[] = [
    ...(gateways.data ?? []).map((value) => ({ type: 'vpn-gateway' as const, value })),
    ...(customerGateways.data ?? []).map((value) => ({ type: 'customer-gateway' as const, value })),
    ...(connections.data ?? []).map((value) => ({ type: 'vpn-connection' as const, value })),
  ]
  const ids = new Set(chosen.map(({ id }) => id))
  const resources = all.filter(({ value }) => ids.has(value.id))
  return (
    <Modal visible size="max" header="Code of the selection" closeAriaLabel="Close" onDismiss={onClose}>
      {error && <Alert type="error">{errorText(error)}</Alert>}
      {lists.some((list) => list.isLoading) ? (
        <Loading what="the selection" />
      ) : resources.length === 0 && !error ? (
        'Nothing of the selection can be shown as code.'
      ) : (
        <CodeTab resources={resources} />
      )}
    </Modal>
  )
}
