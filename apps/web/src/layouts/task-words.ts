import type { Task, TaskKind, TaskResource } from '../api/tasks.ts'
import { paths } from '../paths.ts'
import type { Flash } from '../ui/flashes.ts'

const things: Record<TaskResource, string> = {
  'vpn-gateway': 'VPN gateway',
  'vpn-gateway-certificate': 'certificate of VPN gateway',
  'customer-gateway': 'customer gateway',
  'vpn-connection': 'connection',
  'p2c-gateway': 'Point-to-Cloud gateway',
  'vpn-server': 'VPN server',
}

const doing: Record<TaskKind, string> = {
  create: 'Creating',
  update: 'Updating',
  delete: 'Deleting',
  upgrade: 'Upgrading',
  rollback: 'Rolling back',
}
const past: Record<TaskKind, string> = {
  create: 'created',
  update: 'updated',
  delete: 'deleted',
  upgrade: 'upgraded',
  rollback: 'rolled back',
}

/** `Creating VPN gateway gw-paris` */
export const taskWords = ({ kind, resource, name }: Task): string => `${doing[kind]} ${things[resource]} ${name}`

/** What a message says when a task has ended. */
export const taskEndWords = (task: Task): Pick<Flash, 'type' | 'content'> => {
  const thing = things[task.resource]
  const subject = `${thing.charAt(0).toUpperCase()}${thing.slice(1)} ${task.name}`
  const note = task.note === undefined ? '' : ` ${task.note}`
  if (task.outcome === 'done') return { type: 'success', content: `${subject} was ${past[task.kind]}.${note}` }
  if (task.outcome === 'failed') return { type: 'error', content: `${subject} could not be ${past[task.kind]}.${note}` }
  return { type: 'warning', content: `${subject}: the end was not seen.${note}` }
}

/** Where the task's thing is; undefined where it is gone. */
export const taskLink = (task: Task): { text: string; to: string } | undefined => {
  if (task.kind === 'delete' && task.outcome === 'done') return undefined
  const { cloudId, resourceId } = task
  const to = {
    'vpn-gateway': paths.vpnGateway({ cloudId, gatewayId: resourceId }),
    'vpn-gateway-certificate': `${paths.vpnGateway({ cloudId, gatewayId: resourceId })}?tab=certificate`,
    'customer-gateway': paths.customerGateway({ cloudId, customerGatewayId: resourceId }),
    'vpn-connection': paths.vpnConnection({ cloudId, connectionId: resourceId }),
    'p2c-gateway': paths.p2cGateway({ cloudId, p2cGatewayId: resourceId }),
    'vpn-server': paths.vpnServer({ cloudId, serverId: resourceId }),
  }[task.resource]
  return { text: `Go to ${task.name}`, to }
}
