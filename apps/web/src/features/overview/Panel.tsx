import { ApiError } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'
import { isDenied } from '../../api/gone.ts'
import { staleSince } from '../../api/operation-query.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { errorText, nextStep } from '../../ui/error-words.ts'
import { ErrorDetails } from '../../ui/ErrorDetails.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'

type Asked<T> = {
  data: T | undefined
  error: Error | null
  isFetching: boolean
  isRefetchError: boolean
  dataUpdatedAt: number
  refetch: () => unknown
}

type PanelProps<T> = {
  title: string
  count?: number | undefined
  /** Where all of it is. */
  link?: { text: string; to: string }
  /** What is asked for, in words: `the gateways`. */
  what: string
  asked: Asked<T>
  children: (data: T) => ReactNode
}

/** One box of the overview. Its failure stays in it: the others do not fall with it. */
export const Panel = <T,>({ title, count, link, what, asked, children }: PanelProps<T>) => {
  const { data, error } = asked
  const retry = () => void asked.refetch()
  // What may be asked for in parts of a cloud only may be refused for the whole: there is no box for it then.
  if (data === undefined && isDenied(error)) return null
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          {...(count !== undefined && { counter: `(${count})` })}
          actions={
            <>
              <StaleNotice
                since={data === undefined ? undefined : staleSince(asked)}
                onRetry={retry}
                isRetrying={asked.isFetching}
              />
              {link && <AppLink to={link.to}>{link.text}</AppLink>}
            </>
          }
        >
          {title}
        </Header>
      }
    >
      {data !== undefined && children(data)}
      {data === undefined && !error && <Loading what={what} />}
      {data === undefined && error && (
        <>
          <StatusIndicator type="warning">What is known of {what} cannot be shown</StatusIndicator>
          <Box color="text-body-secondary" padding={{ top: 'xxs' }}>
            {errorText(error)} {error instanceof ApiError && nextStep(error)}
          </Box>
          <ErrorDetails error={error} />
          <Box padding={{ top: 'xs' }}>
            <Button formAction="none" onClick={retry} loading={asked.isFetching} loadingText="Trying again">
              Try again
            </Button>
          </Box>
        </>
      )}
    </Container>
  )
}
