import type { P2cVpnGateway, VpnServer } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { ClientErrorTable } from './ClientErrorTable.tsx'
import { clientErrorsOf } from './client-errors.ts'
import { noCredentials, type TypedCredentials } from './credentials.ts'
import { CredentialsFields } from './CredentialsFields.tsx'
import { InstallSteps } from './InstallSteps.tsx'
import { ProfileText } from './ProfileText.tsx'
import { profileFileName } from './profile.ts'
import { systemOf, systems } from './systems.ts'

type ClientConfigurationTabProps = { server: VpnServer; gateway: P2cVpnGateway | undefined }

/** What a user needs to connect: the profile for his system, how to install it, and what its errors mean. */
export default function ClientConfigurationTab({ server, gateway }: ClientConfigurationTabProps) {
  const [search, setSearch] = useSearchParams()
  const system = systemOf(search.get('os'))
  // In memory alone, for as long as the tab is open: neither sent nor kept.
  const [typed, setTyped] = useState<TypedCredentials>(noCredentials)
  const usesCertificates = server.client_auth_type === 'CERT'
  const fileName = profileFileName(gateway?.name ?? `vpn-${server.id.slice(0, 8)}`, system.id)

  const choose = (os: string) => {
    search.set('os', os)
    setSearch(search, { preventScrollReset: true, replace: true })
  }

  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description="One profile serves all users of the server on the same system.">
            System of the user
          </Header>
        }
      >
        <SegmentedControl
          label="System of the user"
          selectedId={system.id}
          options={systems.map(({ id, label }) => ({ id, text: label }))}
          onChange={({ detail }) => choose(detail.selectedId)}
        />
      </Container>
      {usesCertificates && (
        <CredentialsFields typed={typed} cas={server.client_ca_certificates ?? []} onChange={setTyped} />
      )}
      <ProfileText
        key={system.id}
        server={server}
        gateway={gateway}
        system={system}
        fileName={fileName}
        typed={usesCertificates ? typed : undefined}
      />
      <InstallSteps system={system} fileName={fileName} auth={server.client_auth_type} />
      <ClientErrorTable errors={clientErrorsOf(usesCertificates)} />
    </SpaceBetween>
  )
}
