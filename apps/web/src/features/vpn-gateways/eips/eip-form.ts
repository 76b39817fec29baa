import { gatewayUpdateProblems, vpnGatewayUpdate, type VpnGateway } from '@vpn-console/api-client'
import * as z from 'zod'
import { fieldErrors } from '../../../ui/form/field-errors.ts'
import { bindBody, eipAt, type Slot } from './exchange-eip.ts'

export type EipValues = { eipId: string; isAgreed: boolean }

type Finding = { field: keyof EipValues; message: string }

/** Everything wrong with the form. */
export const eipFindings = ({ eipId, isAgreed }: EipValues, gateway: VpnGateway, slot: Slot): Finding[] => {
  const atId = (message: string): Finding[] => [{ field: 'eipId', message }]
  if (eipId === '') return atId('Choose the EIP.')
  if (eipAt(gateway, slot)?.id === eipId) return atId('It is bound here already.')
  const { vpn_gateway: update } = bindBody(slot, eipId)
  const issue = vpnGatewayUpdate.safeParse(update).error?.issues[0] ?? gatewayUpdateProblems(update, gateway)[0]
  if (issue) return atId(issue.message)
  return isAgreed ? [] : [{ field: 'isAgreed', message: 'Confirm what is about to be sent.' }]
}

export const eipSchema = (gateway: VpnGateway, slot: Slot) =>
  z.custom<EipValues>().superRefine((values, context) => {
    for (const { field, message } of eipFindings(values, gateway, slot)) {
      context.addIssue({ code: 'custom', path: [field], message })
    }
  })

const ofEip = ['VPN.0512', 'VPN.0550', 'VPN.0551', 'VPN.0552', 'VPN.0553', 'VPN.0554', 'VPN.0555']

/** Where on the form a refusal belongs. */
export const eipErrors = (error: unknown) =>
  fieldErrors<EipValues>(
    error,
    { 'vpn_gateway.eip_id_1': 'eipId', 'vpn_gateway.eip_id_2': 'eipId' },
    Object.fromEntries(ofEip.map((code) => [code, 'eipId' as const])),
  )
