/** A device that the service writes a configuration for. */
export type Device = { vendor: string; type: 'USG' | 'AR'; model: string; version: string }

/** Huawei USG6655F is documented; the others are of the same two families. */
export const supportedDevices: readonly Device[] = [
  { vendor: 'Huawei', type: 'USG', model: 'USG6655F', version: 'default' },
  { vendor: 'Huawei', type: 'USG', model: 'USG6625E', version: 'V600R007' },
  { vendor: 'Huawei', type: 'USG', model: 'USG6308E', version: 'V600R007' },
  { vendor: 'Huawei', type: 'AR', model: 'AR6121', version: 'default' },
  { vendor: 'Huawei', type: 'AR', model: 'AR6280', version: 'V300R022' },
]

export const findDevice = (asked: Record<keyof Device, string>): Device | undefined =>
  supportedDevices.find(
    ({ vendor, type, model, version }) =>
      vendor === asked.vendor && type === asked.type && model === asked.model && version === asked.version,
  )
