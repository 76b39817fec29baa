import { ApiError } from '@vpn-console/api-client'

/** Whether an error says that the thing is not there: never was, or deleted meanwhile. */
export const isGone = (error: unknown): boolean => error instanceof ApiError && error.status === 404

const notOffered = new Set([404, 405, 501])

/** Whether the region has no such call: nothing is wrong there, and nothing is missing. */
export const isNotOffered = (error: unknown): boolean => error instanceof ApiError && notOffered.has(error.status)

/** Whether the console itself has refused it: the person's roles do not include it there. */
export const isDenied = (error: unknown): boolean => error instanceof ApiError && error.code === 'CONSOLE.DENIED'
