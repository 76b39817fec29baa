import {
  mostClientCas,
  serverRefuses,
  type ClientCaCertificate,
  type P2cVpnGateway,
  type VpnServer,
} from '@vpn-console/api-client'
import Header from '@cloudscape-design/components/header'
import { lazy, Suspense, useState } from 'react'
import { useDenied } from '../../api/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { clientCaColumns } from './ca-columns.tsx'
import { casOf, deleteRefusal, importRefusal } from './ca-words.ts'

const CaDialog = lazy(() => import('./CaDialog.tsx'))
const RenameCa = lazy(() => import('./RenameCa.tsx'))
const DeleteCa = lazy(() => import('./DeleteCa.tsx'))

type ClientCasTabProps = { server: VpnServer; gateway: P2cVpnGateway | undefined }

type Open = { dialog: 'import' } | { dialog: 'replace' | 'rename' | 'delete'; ca: ClientCaCertificate }

/** The CAs whose clients a server lets in. */
export default function ClientCasTab({ server }: ClientCasTabProps) {
  const denied = useDenied()
  const [open, setOpen] = useState<Open>()
  const cas = casOf(server)
  const close = () => setOpen(undefined)
  const usesCas = server.client_auth_type === 'CERT'
  const noImport = denied('checkClientCaCertificate') ?? denied('importClientCa') ?? importRefusal(server)

  const actionsOf = (ca: ClientCaCertificate) => [
    {
      id: 'rename',
      text: 'Rename',
      disabledReason: denied('updateClientCa') ?? serverRefuses(server),
      onChoose: () => setOpen({ dialog: 'rename', ca }),
    },
    {
      id: 'replace',
      text: 'Replace',
      disabledReason: noImport,
      onChoose: () => setOpen({ dialog: 'replace', ca }),
    },
    {
      id: 'delete',
      text: 'Delete',
      disabledReason: denied('deleteClientCa') ?? deleteRefusal(server, ca),
      onChoose: () => setOpen({ dialog: 'delete', ca }),
    },
  ]

  return (
    <>
      <ResourceTable
        id="client-cas"
        urlPrefix="client-cas-"
        words={{ one: 'client CA', many: 'client CAs' }}
        items={cas}
        columns={clientCaColumns}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        sortedBy="expires"
        actionsOf={actionsOf}
        header={
          <Header
            variant="h2"
            counter={`(${cas.length} of ${mostClientCas})`}
            description={
              usesCas
                ? 'Clients get in with a certificate that one of these has issued.'
                : 'People sign in to this server without certificates: these count once it uses certificate authentication.'
            }
            actions={
              <ActionButton variant="primary" disabledReason={noImport} onClick={() => setOpen({ dialog: 'import' })}>
                Import client CAs
              </ActionButton>
            }
          >
            Client CAs
          </Header>
        }
        empty={{
          text: 'Before a server can use certificate authentication it needs the CA that issues those of the clients.',
        }}
      />
      <Suspense>
        {open?.dialog === 'import' && <CaDialog server={server} onClose={close} />}
        {open?.dialog === 'replace' && <CaDialog server={server} replaced={open.ca} onClose={close} />}
        {open?.dialog === 'rename' && <RenameCa server={server} ca={open.ca} onClose={close} />}
        {open?.dialog === 'delete' && <DeleteCa server={server} ca={open.ca} onClose={close} />}
      </Suspense>
    </>
  )
}
