import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { useCloudId } from '../../api/operation-query.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { readPreference, writePreference } from '../../ui/preference.ts'
import styles from './FirstSteps.module.css'

const key = 'hints-dismissed'
const isTrue = (value: unknown): value is true => value === true

/** Three things to try on the demo estate. Dismissed once, they are gone for good. */
export const Hints = () => {
  const cloudId = useCloudId()
  const [isDismissed, setDismissed] = useState(() => readPreference(key, isTrue) ?? false)
  if (isDismissed) return null
  const dismiss = () => {
    writePreference(key, true)
    setDismissed(true)
  }
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="This cloud is a demo on your machine: nothing here costs anything, and nothing can break."
          actions={
            <Button formAction="none" onClick={dismiss}>
              Dismiss the hints
            </Button>
          }
        >
          Three things to try
        </Header>
      }
    >
      <ol className={styles['steps']}>
        <li className={styles['step']}>
          <h3 className={styles['title']}>See why a tunnel is down</h3>
          <p className={styles['text']}>
            “Explain” beside a failing tunnel shows which layer fails, and what to do. “Examine” lets the doctor look at
            everything else.
          </p>
        </li>
        <li className={styles['step']}>
          <h3 className={styles['title']}>Find anything</h3>
          <p className={styles['text']}>
            <kbd>Ctrl</kbd> <kbd>K</kbd> finds gateways, connections, users and servers by name, id or address.
          </p>
        </li>
        <li className={styles['step']}>
          <h3 className={styles['title']}>Connect an office</h3>
          <p className={styles['text']}>
            <AppLink to={paths.vpnConnectionNew({ cloudId })}>Create a connection</AppLink>: one wizard builds both
            tunnels and writes the configuration of the device at the other end.
          </p>
        </li>
      </ol>
    </Container>
  )
}
