import Alert from '@cloudscape-design/components/alert'
import { ErrorDetails } from '../../ui/ErrorDetails.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { unavailableWords } from './p2c-gateway-words.ts'

type P2cUnavailableProps = { error: unknown }

/** Stands in place of the list where there is none to be had: says why, in words. */
export const P2cUnavailable = ({ error }: P2cUnavailableProps) => {
  const { title, message } = unavailableWords(error)
  return (
    <>
      <PageHeader title="Point-to-Cloud gateways" />
      <Alert type="info" header={title}>
        {message}
        <ErrorDetails error={error} />
      </Alert>
    </>
  )
}
