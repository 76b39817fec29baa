import type { Directory } from '../../self-service/directory.ts'
import type { InvitationTokens } from '../../self-service/invitation-token.ts'
import type { SelfServiceLimits } from '../../self-service/limits.ts'
import type { RouteParts } from '../parts.ts'

export type SelfServiceParts = Pick<RouteParts, 'store' | 'clouds' | 'tuning' | 'cache' | 'now'> & {
  directory: Directory
  tokens: InvitationTokens
  limits: SelfServiceLimits
}
