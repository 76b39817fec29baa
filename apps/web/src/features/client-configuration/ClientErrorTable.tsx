import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import type { ClientError } from './client-errors.ts'
import styles from './ClientConfiguration.module.css'

/** For whoever is called because it does not connect: from what the client says to what helps. */
export const ClientErrorTable = ({ errors }: { errors: readonly ClientError[] }) => (
  <Container
    header={
      <Header variant="h2" description="What clients write to their log, what is behind it, and what helps.">
        If it does not connect
      </Header>
    }
  >
    <table className={styles['errors']} aria-label="Errors of clients">
      <thead>
        <tr>
          <th scope="col">Text seen</th>
          <th scope="col">Cause</th>
          <th scope="col">What helps</th>
        </tr>
      </thead>
      <tbody>
        {errors.map(({ seen, cause, fix }) => (
          <tr key={seen}>
            <th scope="row" className="mono">
              {seen}
            </th>
            <td>{cause}</td>
            <td>{fix}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Container>
)
