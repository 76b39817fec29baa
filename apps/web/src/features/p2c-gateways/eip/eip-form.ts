import { p2cVpnGatewayUpdate, type P2cVpnGateway } from '@vpn-console/api-client'
import * as z from 'zod'
import { fieldErrors } from '../../../ui/form/field-errors.ts'
import { bindBody } from './exchange-eip.ts'

export type EipValues = { eipId: string; isAgreed: boolean }

type Finding = { field: keyof EipValues; message: string }

/** Everything wrong with the form. */
export const eipFindings = ({ eipId, isAgreed }: EipValues, { eip }: Pick<P2cVpnGateway, 'eip'>): Finding[] => {
  const atId = (message: string): Finding[] => [{ field: 'eipId', message }]
  if (eipId === '') return atId('Choose the EIP.')
  if (eip?.id === eipId) return atId('It is bound here already.')
  const issue = p2cVpnGatewayUpdate.safeParse(bindBody(eipId).p2c_vpn_gateway).error?.issues[0]
  if (issue) return atId(issue.message)
  return isAgreed ? [] : [{ field: 'isAgreed', message: 'Confirm what is about to be sent.' }]
}

export const eipSchema = (gateway: Pick<P2cVpnGateway, 'eip'>) =>
  z.custom<EipValues>().superRefine((values, context) => {
    for (const { field, message } of eipFindings(values, gateway)) {
      context.addIssue({ code: 'custom', path: [field], message })
    }
  })

const ofEip = ['VPN.0512', 'VPN.0550', 'VPN.0551', 'VPN.0552', 'VPN.0553', 'VPN.0554', 'VPN.0555']

/** Where on the form a refusal belongs. */
export const eipErrors = (error: unknown) =>
  fieldErrors<EipValues>(
    error,
    { 'p2c_vpn_gateway.eip_id': 'eipId' },
    Object.fromEntries(ofEip.map((code) => [code, 'eipId' as const])),
  )
