import { ApiError, serverRefuses, type P2cVpnGateway, type VpnServer } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { FormError } from '../../ui/FormError.tsx'
import { useNow } from '../../ui/now.ts'
import { download } from '../../ui/table/export.ts'
import styles from './ClientConfiguration.module.css'
import { missingWords, usableCredentials, type TypedCredentials } from './credentials.ts'
import { forOldClients, hasOffloadOption, hiddenKey, withCredentials } from './profile.ts'
import type { System } from './systems.ts'

type ProfileTextProps = {
  server: VpnServer
  gateway: P2cVpnGateway | undefined
  system: System
  fileName: string
  /** Where users have certificates: what was given of one. */
  typed: TypedCredentials | undefined
}

const noAddress = 'Its gateway has no EIP that clients could connect to. Bind one to it first.'

const refusalOf = (server: VpnServer, gateway: P2cVpnGateway | undefined) =>
  serverRefuses(server) ?? (gateway && !gateway.eip ? noAddress : undefined)

/** The profile as the cloud writes it. It is asked on demand: for the cloud the call is a change, and is kept as one. */
export const ProfileText = ({ server, gateway, system, fileName, typed }: ProfileTextProps) => {
  const cloudId = useCloudId()
  const deniedReason = useDenied()('exportClientConfig')
  const now = useNow()
  const [isOld, setOld] = useState(false)
  const exporting = useMutation({
    mutationFn: async () => {
      const params = { vpn_server_id: server.id }
      const answer = await call(cloudId, 'exportClientConfig', { params, body: { os_type: system.osType } })
      return answer.client_config ?? ''
    },
  })
  const { data: written, error } = exporting
  const plain = written !== undefined && isOld ? forOldClients(written) : written
  const credentials = typed && usableCredentials(typed, now)
  const textWith = (given: TypedCredentials | undefined) =>
    plain !== undefined && given ? withCredentials(plain, given) : (plain ?? '')
  const text = textWith(credentials)

  return (
    <Container
      header={
        <Header variant="h2" description={`An OpenVPN profile for ${system.client} on ${system.label}.`}>
          Profile
        </Header>
      }
    >
      <SpaceBetween size="m">
        {deniedReason !== undefined && (
          <Alert type="info">
            {deniedReason} The cloud counts writing a profile as a change of the server, which is why it needs more than
            the permission to look at it.
          </Alert>
        )}
        <ActionButton
          variant={written === undefined ? 'primary' : 'normal'}
          iconName="file"
          disabledReason={deniedReason ?? refusalOf(server, gateway)}
          loading={exporting.isPending}
          loadingText="Writing the profile"
          onClick={() => exporting.mutate()}
        >
          {written === undefined ? `Write the profile for ${system.label}` : 'Write it again'}
        </ActionButton>
        {error && !exporting.isPending && (
          <FormError
            title="The profile was not written"
            error={error}
            action={error instanceof ApiError && error.code === 'VPN.1121' ? noAddress : undefined}
          />
        )}
        {written === '' && (
          <Alert type="warning">The cloud answered with an empty profile. Write it again later.</Alert>
        )}
        {plain !== undefined && plain !== '' && !error && (
          <>
            {typed && !credentials && <Alert type="warning">{missingWords(typed)}</Alert>}
            {hasOffloadOption(written ?? '') && (
              <Checkbox
                checked={isOld}
                description="They do not know disable-dco and stop at it: the line becomes a comment."
                onChange={({ detail }) => setOld(detail.checked)}
              >
                For OpenVPN 2.5 and older
              </Checkbox>
            )}
            <div>
              <div className={styles['tools']}>
                <span className={styles['note']}>
                  {credentials
                    ? 'The private key is in the file: keep it as you keep the key.'
                    : isOld
                      ? 'As the cloud wrote it, but for that line.'
                      : 'Word for word as the cloud wrote it, with the CA that vouches for the server.'}
                </span>
                <span className={styles['buttons']}>
                  <CopyButton text={text} what="the profile" />
                  <Button
                    formAction="none"
                    iconName="download"
                    onClick={() => download(fileName, 'application/x-openvpn-profile', text)}
                  >
                    Download {fileName}
                  </Button>
                </span>
              </div>
              <section aria-label="The profile">
                <pre className={`mono ${styles['text'] ?? ''}`}>
                  {textWith(credentials && { ...credentials, key: hiddenKey })}
                </pre>
              </section>
            </div>
          </>
        )}
      </SpaceBetween>
    </Container>
  )
}
