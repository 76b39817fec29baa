import { destinationProblems, mostAccessPolicies } from '@vpn-console/api-client'
import { addPolicy, shownPolicy } from '../p2c/people.ts'
import { peopleOf, type AccessPolicy, type People } from '../p2c/state.ts'
import { changeableServer, findServer } from '../p2c/states-refused.ts'
import { refusal, refuseProblems } from '../refusal.ts'
import type { Handlers } from './handler.ts'
import { pageByTime } from './paging.ts'

const most = 2000

const find = ({ policies }: People, id: string): AccessPolicy => {
  const policy = policies.get(id)
  if (!policy) throw refusal('VPN.1401')
  return policy
}

/** The policy of type Default is the service's own. */
const changeable = (people: People, id: string): AccessPolicy => {
  const policy = find(people, id)
  if (policy.type === 'Default') throw refusal('VPN.1406')
  return policy
}

const checkGroup = ({ groups }: People, id: string | undefined) => {
  if (id !== undefined && !groups.has(id)) throw refusal('VPN.1301')
}

export const vpnAccessPolicies = {
  createVpnAccessPolicy: ({ project, params, body }) => {
    const people = peopleOf(changeableServer(project, params.vpn_server_id))
    const wanted = body.access_policy
    refuseProblems(destinationProblems(wanted.dest_ip_cidrs))
    checkGroup(people, wanted.user_group_id)
    if (people.policies.size >= mostAccessPolicies) throw refusal('VPN.1400')
    return { access_policy: { id: addPolicy(project, people, wanted, project.clock.now()).id } }
  },

  showVpnAccessPolicy: ({ project, params }) => {
    const people = peopleOf(findServer(project, params.vpn_server_id))
    return { access_policy: shownPolicy(people, find(people, params.policy_id)) }
  },

  listVpnAccessPolicies: ({ project, params, query }) => {
    const people = peopleOf(findServer(project, params.vpn_server_id))
    const { items, page_info, total_count } = pageByTime([...people.policies.values()], query, most)
    return { access_policies: items.map((one) => shownPolicy(people, one)), total_count, page_info }
  },

  updateVpnAccessPolicy: ({ project, params, body }) => {
    const people = peopleOf(changeableServer(project, params.vpn_server_id))
    const policy = changeable(people, params.policy_id)
    const update = body.access_policy
    if (update.dest_ip_cidrs) refuseProblems(destinationProblems(update.dest_ip_cidrs))
    checkGroup(people, update.user_group_id)
    Object.assign(policy, update)
    policy.updated_at = project.clock.now()
    return { access_policy: shownPolicy(people, policy) }
  },

  deleteVpnAccessPolicy: ({ project, params }) => {
    const people = peopleOf(changeableServer(project, params.vpn_server_id))
    people.policies.delete(changeable(people, params.policy_id).id)
    return undefined
  },
} satisfies Partial<Handlers>
