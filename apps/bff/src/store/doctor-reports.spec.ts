import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../testing/databases.ts'

const day = 24 * 60 * 60_000
const report = {
  connection_name: 'vpn-lyon',
  gateway_name: 'gw-paris',
  customer_gateway_name: 'cgw-lyon',
  made_at: 1_735_100_000_000,
  checks: [],
}
const given = { cloudId: 'demo', connectionId: 'c-1', personName: 'paris', report }

describeOnEachDatabase('reports of the connection doctor', (database) => {
  test('are found in their cloud, as they were made', async () => {
    const { doctorReports } = await database.open({ now: () => 7 })
    const id = await doctorReports.create(given)
    expect(await doctorReports.find('demo', id)).toEqual({
      id,
      cloud_id: 'demo',
      connection_id: 'c-1',
      created_at: 7,
      person_name: 'paris',
      report,
    })
    expect(await doctorReports.find('other', id)).toBeUndefined()
    expect(await doctorReports.find('demo', 'none')).toBeUndefined()
  })

  test('are kept for 90 days', async () => {
    let time = 0
    const { doctorReports } = await database.open({ now: () => time })
    const id = await doctorReports.create(given)
    time = 90 * day
    expect(await doctorReports.find('demo', id)).toBeDefined()
    time += 1
    expect(await doctorReports.find('demo', id)).toBeUndefined()
    await doctorReports.create(given)
    time = 0
    expect(await doctorReports.find('demo', id), 'gone for good').toBeUndefined()
  })
})
