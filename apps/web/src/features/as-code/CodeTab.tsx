import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { connectionList, customerGatewayList, gatewayList } from '../../api/lists.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { errorText } from '../../ui/error-words.ts'
import { Loading } from '../../ui/Loading.tsx'
import type { CodeResource } from './code-resource.ts'
import { relatedWords, withRelated } from './related.ts'
import { ResourceCode } from './ResourceCode.tsx'

/** The lists that say what belongs together, asked for once somebody wants to know. */
const useEstate = (isWanted: boolean) => {
  const cloudId = useCloudId()
  const [gateways, customerGateways, connections] = useQueries({
    queries: [
      { ...gatewayList(cloudId), enabled: isWanted },
      { ...customerGatewayList(cloudId), enabled: isWanted },
      { ...connectionList(cloudId), enabled: isWanted },
    ],
  })
  return {
    error: gateways.error ?? customerGateways.error ?? connections.error,
    estate:
      gateways.data && customerGateways.data && connections.data
        ? { gateways: gateways.data, customerGateways: customerGateways.data, connections: connections.data }
        : undefined,
  }
}

/** Resources as code; with what belongs to them on demand. */
export default function CodeTab({ resources }: { resources: readonly CodeResource[] }) {
  const denied = useDenied()
  const [isWithRelated, setWithRelated] = useState(false)
  const { estate, error } = useEstate(isWithRelated)
  const [first, ...others] = resources
  if (!first) return null
  const name = others.length === 0 ? first.value.name : `${resources.length} resources`
  const refusal = denied('listVgws') ?? denied('listCgws') ?? denied('listVpnConnections')
  const isLoading = isWithRelated && !estate && !error
  return (
    <Container header={<Header variant="h2">{`${name} as code`}</Header>}>
      <SpaceBetween size="m">
        <Checkbox
          checked={isWithRelated}
          disabled={refusal !== undefined}
          description={refusal ?? 'In Terraform they refer to each other instead of by ids.'}
          onChange={({ detail }) => setWithRelated(detail.checked)}
        >
          {relatedWords(resources)}
        </Checkbox>
        {isWithRelated && error && (
          <Alert type="warning">
            What belongs to {name} could not be loaded, so it is left out. {errorText(error)}
          </Alert>
        )}
        {isLoading ? (
          <Loading what="what belongs together" />
        ) : (
          <ResourceCode resources={isWithRelated && estate ? withRelated(resources, estate) : resources} name={name} />
        )}
      </SpaceBetween>
    </Container>
  )
}
