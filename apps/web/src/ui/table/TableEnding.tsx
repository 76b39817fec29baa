import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { errorText } from '../error-words.ts'
import { ErrorDetails } from '../ErrorDetails.tsx'

type TableEndingProps = { title: string; children?: ReactNode; action?: ReactNode; error?: unknown }

/** What stands in a table that has no rows: why, and what to do. */
export const TableEnding = ({ title, children, action, error }: TableEndingProps) => (
  <Box margin={{ vertical: 'l' }} textAlign="center" color="inherit">
    <SpaceBetween size="xs" alignItems="center">
      <strong>{title}</strong>
      {error !== undefined && <Box color="inherit">{errorText(error)}</Box>}
      {children !== undefined && <Box color="text-body-secondary">{children}</Box>}
      {error !== undefined && <ErrorDetails error={error} />}
      {action}
    </SpaceBetween>
  </Box>
)
