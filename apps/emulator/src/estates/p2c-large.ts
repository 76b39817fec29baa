import { addP2cGateway, finishP2cGateway } from '../p2c/gateways.ts'
import { addGroup, addUser } from '../p2c/people.ts'
import { addServer } from '../p2c/servers.ts'
import { startSession } from '../p2c/sessions.ts'
import type { People } from '../p2c/state.ts'
import type { Project } from '../project-state.ts'
import { createRandom } from '../random.ts'

const serverCount = 20
const usersEach = 500
const onlineEach = 60
const dayMs = 86_400_000

const digits = (value: number, count: number) => String(value).padStart(count, '0')

/** Users of one server, made when somebody first looks at them. */
const populate = (project: Project, serial: number, at: number) => (people: People) => {
  const random = createRandom(`people of server ${serial}`)
  const groups = Array.from({ length: 8 }, (_, index) => addGroup(project, people, { name: `group-${index + 1}` }, at))
  for (let index = 0; index < usersEach; index++) {
    const group = groups[index % 9]
    const name = `user-${digits(serial, 2)}-${digits(index + 1, 3)}`
    const member = group ? { user_group_id: group.id } : {}
    addUser(project, people, { id: random.uuid(), name, ...member }, at + index * 60_000)
  }
}

/** 20 servers with 500 users each, some of them online: for measuring. */
export const fillP2cLarge = (project: Project): void => {
  const now = project.clock.now()
  const subnets = [...project.neighbours.subnets.values()].filter((subnet) => subnet.available_ip_address_count > 100)
  for (let serial = 1; serial <= serverCount; serial++) {
    const subnet = subnets[serial % subnets.length]
    if (!subnet) return
    const at = now - (100 - serial) * dayMs
    const gateway = addP2cGateway(
      project,
      {
        name: `p2c-region-${digits(serial, 2)}`,
        vpc_id: subnet.vpc_id,
        connect_subnet: subnet.id,
        eip: { type: '5_bgp', bandwidth_size: 100 },
        max_connection_number: 500,
      },
      { at },
    )
    finishP2cGateway(gateway, gateway.created_at)
    const server = addServer(
      project,
      gateway,
      {
        client_cidr: `10.${200 + serial}.0.0/20`,
        local_subnets: [subnet.cidr],
        server_certificate: { id: 'scs1717051012106', source: 'CCM' },
        ssl_options: {},
      },
      { at: at + 600_000 },
    )
    server.status = 'ACTIVE'
    server.populate = populate(project, serial, at + 1_200_000)
    for (let index = 0; index < onlineEach; index++) {
      const virtual_ip = `10.${200 + serial}.${Math.floor((4 * index + 5) / 256)}.${(4 * index + 5) % 256}`
      const name = `user-${digits(serial, 2)}-${digits(index * 8 + 1, 3)}`
      startSession(project, server, name, now - (onlineEach - index) * 240_000, { virtual_ip })
    }
  }
}
