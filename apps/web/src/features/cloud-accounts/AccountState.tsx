import type { CloudAccountView } from '@vpn-console/api-client'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { accountState } from './account-words.ts'

type AccountStateProps = { account: CloudAccountView; isBrief?: boolean }

/** How an account is, and why where there is something to say. */
export const AccountState = ({ account, isBrief = false }: AccountStateProps) => {
  const { words, kind, more } = accountState(account)
  return (
    <TwoLines
      first={<StatusIndicator type={kind}>{words}</StatusIndicator>}
      {...(!isBrief && more !== undefined && { second: more })}
    />
  )
}
