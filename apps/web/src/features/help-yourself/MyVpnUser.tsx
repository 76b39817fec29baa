import type { OwnVpnUser } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense, useState } from 'react'
import { ownCall } from '../../api/console-call.ts'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Loading } from '../../ui/Loading.tsx'
import styles from './HelpYourself.module.css'
import { MySessions } from './MySessions.tsx'
import { PasswordForm } from './PasswordForm.tsx'

const ProfileForUser = lazy(() => import('../client-configuration/ProfileForUser.tsx'))

const authOf = { password: 'LOCAL_PASSWORD', certificate: 'CERT', other: undefined } as const

const ChangePassword = ({ user: { userName, ...params } }: { user: OwnVpnUser }) => {
  const [count, setCount] = useState(0)
  const { cloudId, serverId, vpnUserId } = params
  return (
    <SpaceBetween size="m">
      {count > 0 && (
        <output>
          <Alert type="success">The password of {userName} is changed. From now on connect with the new one.</Alert>
        </output>
      )}
      <PasswordForm
        // Each change begins with an empty form.
        key={count}
        asksOld
        userName={userName}
        submitText="Change the password"
        send={async ({ oldPassword, newPassword }) => {
          const link = { cloudId, serverId, vpnUserId }
          await ownCall('changeOwnVpnPassword', { params: link, body: { oldPassword, newPassword } })
          setCount(count + 1)
        }}
      />
    </SpaceBetween>
  )
}

/** One VPN user of the person: where he connects to, who he is there, and what he can do about it. */
export const MyVpnUser = ({ user }: { user: OwnVpnUser }) => {
  const { userName, serverName, address, signIn, cloudId, serverId, vpnUserId } = user
  const params = { cloudId, serverId, vpnUserId }
  const [isOpen, setOpen] = useState({ profile: false, password: false })
  return (
    <section className={styles['user']} aria-label={`${userName} on ${serverName}`}>
      <SpaceBetween size="m">
        <KeyValues
          columns={3}
          items={[
            { label: 'VPN user name', value: <strong>{userName}</strong> },
            { label: 'VPN', value: serverName },
            { label: 'Clients connect to', value: address && <span className="mono">{address}</span> },
          ]}
        />
        <MySessions user={user} />
        <ExpandableSection
          headerText="Set up a device"
          headingTagOverride="h2"
          expanded={isOpen.profile}
          onChange={({ detail }) => setOpen({ ...isOpen, profile: detail.expanded })}
        >
          {isOpen.profile && (
            <Suspense fallback={<Loading what="the steps" />}>
              <ProfileForUser
                auth={authOf[signIn]}
                fetchProfile={(osType) => ownCall('exportOwnVpnProfile', { params, body: { osType } })}
              />
            </Suspense>
          )}
        </ExpandableSection>
        {signIn === 'password' && (
          <ExpandableSection
            headerText="Change the password"
            headingTagOverride="h2"
            expanded={isOpen.password}
            onChange={({ detail }) => setOpen({ ...isOpen, password: detail.expanded })}
          >
            {isOpen.password && <ChangePassword user={user} />}
          </ExpandableSection>
        )}
      </SpaceBetween>
    </section>
  )
}
