import * as z from 'zod'

const text = (most: number) => z.string().max(most)

/** Where something can be changed: an object of the console, and of it the setting, such as `ikepolicy.dh_group`. */
export const doctorPlace = z.strictObject({
  type: z.enum(['vpn-connection', 'vpn-gateway', 'customer-gateway']),
  id: text(64),
  name: text(128),
  field: text(100).optional(),
})
export type DoctorPlace = z.infer<typeof doctorPlace>

/** What to do about a finding, and where. A place, not an address: what a stored report links to is for us to say. */
export const doctorFix = z.strictObject({ text: text(500), at: doctorPlace.optional() })
export type DoctorFix = z.infer<typeof doctorFix>

export const doctorOutcomes = ['failed', 'note', 'unknown', 'passed'] as const

/** What one check of the connection doctor found. */
export const doctorCheck = z.strictObject({
  id: text(64),
  title: text(200),
  /** `unknown`: it could not be checked, and the finding says why. `note`: nothing is wrong, but it is worth a look. */
  outcome: z.enum(doctorOutcomes),
  finding: text(2_000),
  details: z.array(text(500)).max(100).optional(),
  fixes: z.array(doctorFix).max(20).optional(),
})
export type DoctorCheck = z.infer<typeof doctorCheck>

/** A report of the connection doctor: what was found at one moment. It holds no secret. */
export const doctorReport = z.strictObject({
  connection_name: text(64),
  gateway_name: text(64),
  customer_gateway_name: text(64),
  /** Milliseconds since 1970. */
  made_at: z.number().int().nonnegative(),
  checks: z.array(doctorCheck).max(100),
})
export type DoctorReport = z.infer<typeof doctorReport>
