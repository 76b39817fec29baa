import type { VpnConnection } from '@vpn-console/api-client'
import { Explanation } from '../explain/Explanation.tsx'
import type { LayerAdvice } from './layer-advice.ts'

/** What to do about a layer that fails although the log names no reason. */
export const LayerExplanation = ({ advice, connection }: { advice: LayerAdvice; connection: VpnConnection }) => (
  <Explanation
    words={advice}
    fields={advice.fields}
    after="The layer comes up by itself once the cause is mended."
    connection={connection}
  />
)
