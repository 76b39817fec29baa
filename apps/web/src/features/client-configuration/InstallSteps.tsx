import type { VpnServer } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import styles from './ClientConfiguration.module.css'
import { installSteps, type System } from './systems.ts'

type InstallStepsProps = { system: System; fileName: string; auth: VpnServer['client_auth_type'] }

/** What the user does with the profile on his system. */
export const InstallSteps = ({ system, fileName, auth }: InstallStepsProps) => (
  <Container
    header={
      <Header
        variant="h2"
        actions={
          <Link href={system.source.href} external externalIconAriaLabel="opens elsewhere">
            {system.source.text}
          </Link>
        }
      >
        Install it on {system.label}
      </Header>
    }
  >
    <ol className={styles['steps']}>
      {installSteps(system, fileName, auth).map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  </Container>
)
