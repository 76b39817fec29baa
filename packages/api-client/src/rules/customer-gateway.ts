import type { CustomerGatewayCreate } from '../schemas/customer-gateways.ts'
import { isIpv4 } from './cidr.ts'
import { problem, type Problem } from './problem.ts'
import { tagProblems } from './tags.ts'

/** What is wrong with a customer gateway that is to be created. */
export const customerGatewayCreateProblems = (gateway: CustomerGatewayCreate): Problem[] => {
  const { id_type = 'ip', id_value, bgp_asn } = gateway
  const problems: Problem[] = []
  if (id_type === 'ip') {
    if (!isIpv4(id_value)) {
      problems.push(problem('cgw.id-value', 'id_value', 'Enter an IPv4 address, for example 192.0.2.10.'))
    }
  } else {
    if (/[\s&<>[\]\\?]/.test(id_value)) {
      const message = String.raw`Spaces and the characters & < > [ ] \ ? are not allowed.`
      problems.push(problem('cgw.id-value', 'id_value', message))
    }
    if (bgp_asn !== undefined) {
      const message = 'Only a customer gateway with an address has an ASN.'
      problems.push(problem('vgw.bgp-asn', 'bgp_asn', message))
    }
  }
  return [...problems, ...tagProblems(gateway.tags)]
}
