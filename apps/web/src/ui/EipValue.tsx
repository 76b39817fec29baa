import Box from '@cloudscape-design/components/box'
import type { Eip } from '@vpn-console/api-client'
import { chargeWords } from './charge-words.ts'
import { CopyableId } from './CopyableId.tsx'

/** An EIP with what it carries, how it is paid for, and its id. */
export const EipValue = ({ eip, what }: { eip: Eip | undefined; what: string }) => {
  if (!eip) return null
  return (
    <>
      {eip.ip_address === undefined ? '–' : <CopyableId value={eip.ip_address} what={what} />}
      <Box color="text-body-secondary">{chargeWords(eip)}</Box>
      <Box color="text-body-secondary">
        <CopyableId value={eip.id} what={`the id of ${what}`} />
      </Box>
    </>
  )
}
