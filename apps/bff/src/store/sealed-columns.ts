/** A column whose texts the vault has sealed, and the place that each of them is sealed for. */
export type SealedColumn = {
  table: string
  column: string
  /** The column that tells the rows apart. */
  key: string
  context: (key: string) => string
}

/** Every column that holds sealed texts: whoever adds one adds it here, or the next master key loses it. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'cloud_accounts', column: 'credentials', key: 'id', context: (id) => `cloud_accounts/${id}` },
  { table: 'second_factors', column: 'sealed_secret', key: 'person_id', context: (id) => `second_factors/${id}` },
  { table: 'sign_on_settings', column: 'client_secret', key: 'id', context: (id) => `sign_on_settings/${id}` },
  { table: 'sign_on_attempts', column: 'secrets', key: 'state_hash', context: (hash) => `sign_on_attempts/${hash}` },
  { table: 'sessions', column: 'id_token', key: 'public_id', context: (id) => `sessions/${id}` },
  { table: 'audit_head', column: 'sealed_key', key: 'id', context: (id) => `audit_head/${id}` },
]
