import { ApiError, type VpnProfile, type VpnServer } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Link from '@cloudscape-design/components/link'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { download } from '../../ui/table/export.ts'
import styles from './ClientConfiguration.module.css'
import { detectSystem } from './detect-system.ts'
import { profileFileName } from './profile.ts'
import { installSteps, systemOf, systems, type System } from './systems.ts'

type ProfileForUserProps = {
  auth: VpnServer['client_auth_type']
  fetchProfile: (osType: System['osType']) => Promise<VpnProfile>
}

const options = systems.map(({ id, label }) => ({ value: id, label }))

/** The profile and the steps for who connects himself: his system, one button, and what to do with the file. */
export default function ProfileForUser({ auth, fetchProfile }: ProfileForUserProps) {
  const [systemId, setSystemId] = useState<string>(() => detectSystem(navigator.userAgent))
  const [saved, setSaved] = useState<string>()
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()
  const system = systemOf(systemId)
  const fileName = saved ?? profileFileName('vpn', system.id)

  const fetchIt = async () => {
    setPending(true)
    setFailure(undefined)
    try {
      const { profile, name } = await fetchProfile(system.osType)
      const file = profileFileName(name, system.id)
      if (profile === '') setFailure('The VPN service answered with an empty profile. Try again later.')
      else {
        download(file, 'application/x-openvpn-profile', profile)
        setSaved(file)
      }
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : 'Something went wrong here. Try again.')
    } finally {
      setPending(false)
    }
  }

  return (
    <SpaceBetween size="m">
      <FormField label="Your system" stretch>
        <Select
          selectedOption={options.find(({ value }) => value === system.id) ?? null}
          options={options}
          onChange={({ detail }) => {
            setSystemId(detail.selectedOption.value ?? '')
            setSaved(undefined)
          }}
        />
      </FormField>
      {failure !== undefined && (
        <div role="alert">
          <Alert type="error" header="The profile was not fetched">
            {failure}
          </Alert>
        </div>
      )}
      <Button
        variant="primary"
        formAction="none"
        iconName="download"
        fullWidth
        loading={isPending}
        loadingText="Fetching the profile"
        onClick={() => void fetchIt()}
      >
        Download the profile for {system.label}
      </Button>
      <output>{saved !== undefined && `${saved} is among your downloads.`}</output>
      <section aria-label={`Install it on ${system.label}`}>
        <h2 className={styles['title']}>Install it on {system.label}</h2>
        <ol className={styles['steps']}>
          {installSteps(system, fileName, auth).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <Link href={system.source.href} external externalIconAriaLabel="opens elsewhere">
        {system.source.text}
      </Link>
    </SpaceBetween>
  )
}
