import { readFile } from 'node:fs/promises'
import type { VpnConnection, VpnGateway } from '@vpn-console/api-client'
import { paths } from '../../apps/web/src/paths.ts'
import { expect, type Page, type TestCloud } from '../fixtures.ts'
import type { LabTunnel } from './lab.ts'

/** Reads an object of the cloud as the console's pages do. */
export const read = async <T>(page: Page, cloud: TestCloud, path: string): Promise<T> => {
  const response = await page.request.get(`/api/clouds/${cloud.id}/vpn/v5/-/${path}`)
  expect(response.ok(), await response.text()).toBe(true)
  return (await response.json()) as T // what the API answers, which the console checks
}

export const readConnection = async (page: Page, cloud: TestCloud, id: string) =>
  (await read<{ vpn_connection: VpnConnection }>(page, cloud, `vpn-connection/${id}`)).vpn_connection

export const gatewayAddressOf = async (page: Page, cloud: TestCloud, { vgw_id, vgw_ip }: VpnConnection) => {
  const { vpn_gateway } = await read<{ vpn_gateway: VpnGateway }>(page, cloud, `vpn-gateways/${vgw_id}`)
  const eip = [vpn_gateway.eip1, vpn_gateway.eip2].find((each) => each?.id === vgw_ip)
  expect(eip?.ip_address).toBeDefined()
  return eip?.ip_address ?? ''
}

export const tunnelOf = async (page: Page, cloud: TestCloud, id: string, key: string): Promise<LabTunnel> => {
  const connection = await readConnection(page, cloud, id)
  return { connection, gatewayAddress: await gatewayAddressOf(page, cloud, connection), psk: key }
}

/** What the console writes for strongSwan, byte for byte as a person saves it. */
export const download = async (page: Page, cloud: TestCloud, connectionId: string, key: string): Promise<string> => {
  await page.goto(`${paths.vpnConnection({ cloudId: cloud.id, connectionId })}?tab=peer-configuration`)
  await page.getByRole('textbox', { name: 'Pre-shared key' }).fill(key)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Download .*strongswan\.conf$/ }).click()
  return readFile(await (await saving).path(), 'utf8')
}
