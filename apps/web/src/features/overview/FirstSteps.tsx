import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'
import { useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { AppLink } from '../../ui/AppLink.tsx'
import type { FirstStep } from './first-steps.ts'
import styles from './FirstSteps.module.css'

const words: Record<FirstStep['id'], { title: string; text: string }> = {
  gateway: {
    title: 'Create a VPN gateway',
    text: 'Your cloud’s end of the tunnels, with two addresses. It takes a few minutes to build.',
  },
  connection: {
    title: 'Create a connection',
    text: 'Name the device at the other end and the networks behind it; two tunnels are suggested, one for each address.',
  },
  device: {
    title: 'Configure the device at the other end',
    text: 'The connection’s page writes its configuration. The tunnel is up as soon as both ends agree.',
  },
}

/** What to do first on a cloud on which there is no tunnel. */
export const FirstSteps = ({ steps, hasP2c }: { steps: readonly FirstStep[]; hasP2c: boolean }) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const next = steps.find(({ isDone }) => !isDone)?.id
  const buttons: Partial<Record<FirstStep['id'], ReactNode>> = {
    gateway: (
      <ActionButton variant="primary" to={paths.vpnGatewayNew({ cloudId })} disabledReason={denied('createVgw')}>
        Create VPN gateway
      </ActionButton>
    ),
    connection: (
      <ActionButton
        variant="primary"
        to={paths.vpnConnectionNew({ cloudId })}
        disabledReason={denied('createVpnConnection')}
      >
        Create connection
      </ActionButton>
    ),
  }
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Nothing is connected on this cloud yet. Three steps lead to the first tunnel."
        >
          First steps
        </Header>
      }
    >
      <ol className={styles['steps']}>
        {steps.map(({ id, isDone }) => (
          <li key={id} className={styles['step']}>
            <h3 className={styles['title']}>{words[id].title}</h3>
            <p className={styles['text']}>{words[id].text}</p>
            {isDone ? <StatusIndicator type="success">Done</StatusIndicator> : id === next && buttons[id]}
          </li>
        ))}
      </ol>
      {hasP2c && (
        <p className={styles['other']}>
          For people who connect from their own computers, begin with a{' '}
          <AppLink to={paths.p2cGateways({ cloudId })}>Point-to-Cloud gateway</AppLink>.
        </p>
      )}
    </Container>
  )
}
