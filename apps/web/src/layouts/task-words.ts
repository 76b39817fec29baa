import type { Task, TaskResource } from '../api/tasks.ts'
import { paths } from '../paths.ts'
import type { Flash } from '../ui/flashes.ts'

const things: Record<TaskResource, string> = {
  'vpn-gateway': 'VPN gateway',
  'customer-gateway': 'customer gateway',
  'vpn-connection': 'connection',
}

const doing = { create: 'Creating', update: 'Updating', delete: 'Deleting' }
const done = { create: 'was created', update: 'was updated', delete: 'was deleted' }
const failed = { create: 'could not be created', update: 'could not be updated', delete: 'could not be deleted' }

/** `Creating VPN gateway gw-paris` */
export const taskWords = ({ kind, resource, name }: Task): string => `${doing[kind]} ${things[resource]} ${name}`

/** What a message says when a task has ended. */
export const taskEndWords = (task: Task): Pick<Flash, 'type' | 'content'> => {
  const thing = things[task.resource]
  const subject = `${thing.charAt(0).toUpperCase()}${thing.slice(1)} ${task.name}`
  const note = task.note === undefined ? '' : ` ${task.note}`
  if (task.outcome === 'done') return { type: 'success', content: `${subject} ${done[task.kind]}.${note}` }
  if (task.outcome === 'failed') return { type: 'error', content: `${subject} ${failed[task.kind]}.${note}` }
  return { type: 'warning', content: `${subject}: the end was not seen.${note}` }
}

/** Where the task's thing is; undefined where it is gone. */
export const taskLink = (task: Task): { text: string; to: string } | undefined => {
  if (task.kind === 'delete' && task.outcome === 'done') return undefined
  const { cloudId, resourceId } = task
  const to = {
    'vpn-gateway': paths.vpnGateway({ cloudId, gatewayId: resourceId }),
    'customer-gateway': paths.customerGateway({ cloudId, customerGatewayId: resourceId }),
    'vpn-connection': paths.vpnConnection({ cloudId, connectionId: resourceId }),
  }[task.resource]
  return { text: `Go to ${task.name}`, to }
}
