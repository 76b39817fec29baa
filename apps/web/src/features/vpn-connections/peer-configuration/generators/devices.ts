import { cisco } from './cisco.ts'
import type { PeerDevice } from './device.ts'
import { fortigate } from './fortigate.ts'
import { huaweiAr, huaweiUsg } from './huawei.ts'
import { juniper } from './juniper.ts'
import { mikrotik } from './mikrotik.ts'
import { pfsense } from './pfsense.ts'
import { strongswan } from './strongswan.ts'

/** Every device that the console itself writes for. */
export const peerDevices: readonly PeerDevice[] = [
  strongswan,
  cisco,
  fortigate,
  juniper,
  mikrotik,
  pfsense,
  huaweiAr,
  huaweiUsg,
]
