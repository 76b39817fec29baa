import { ApiError } from '@vpn-console/api-client'
import { errorText, nextStep } from '../../ui/error-words.ts'

export type MetricsTrouble = { title: string; text: string }

const unreachable = new Set(['CONSOLE.CLOUD_UNREACHABLE', 'CONSOLE.CLOUD_TIMEOUT'])

/** Why there are no figures, and what to do, in words. */
export const metricsTrouble = (error: unknown): MetricsTrouble => {
  const said = errorText(error)
  if (!(error instanceof ApiError)) return { title: 'The metrics could not be shown', text: said }
  if (error.code === 'CONSOLE.DENIED') {
    return { title: 'You may not see metrics', text: `${said} ${nextStep(error) ?? ''}`.trim() }
  }
  if (error.status === 403) {
    return {
      title: 'The cloud account may not read metrics',
      text: `Cloud Eye says: ${said} The account that the console uses needs the permission ces:metricData:list. Everything else works without it.`,
    }
  }
  if (error.status === 404) {
    return {
      title: 'This region has no Cloud Eye here',
      text: `Cloud Eye says: ${said} Where it has another address, the setting CONSOLE_ENDPOINT_CES names it.`,
    }
  }
  if (unreachable.has(error.code)) {
    return {
      title: 'Cloud Eye could not be reached',
      text: `${said} Where the region has it at another address, the setting CONSOLE_ENDPOINT_CES names it. The tunnels do not depend on it.`,
    }
  }
  return { title: 'The metrics could not be loaded', text: `${said} ${nextStep(error) ?? ''}`.trim() }
}
