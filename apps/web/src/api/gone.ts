import { ApiError } from '@vpn-console/api-client'

/** Whether an error says that the thing is not there: never was, or deleted meanwhile. */
export const isGone = (error: unknown): boolean => error instanceof ApiError && error.status === 404
