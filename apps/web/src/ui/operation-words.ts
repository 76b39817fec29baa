/** What the cloud's names of things are in words; the longer first. */
const things: readonly (readonly [RegExp, string])[] = [
  [/P2c ?Vgw Job|P2c ?Vpn ?Gateway Job/, 'job of a Point-to-Cloud gateway'],
  [/P2c ?Vgw|P2c ?Vpn ?Gateway/, 'Point-to-Cloud gateway'],
  [/Vgw|Vpn ?Gateway/, 'VPN gateway'],
  [/Cgw/, 'customer gateway'],
  [/Vpn ?Connection/, 'connection'],
  [/Vpn ?Server/, 'VPN server'],
  [/Vpn ?User ?Group/, 'user group'],
  [/Vpn ?User/, 'VPN user'],
  [/Vpn ?Access ?Policy/, 'access policy'],
  [/Vpn ?Access ?Policies/, 'access policies'],
  [/Client ?Ca/, 'client CA'],
]

/** Those whose names say too little, or what the cloud alone understands. */
const said: Readonly<Record<string, string>> = {
  batchCreateVpnConnection: 'Create connection pair',
  batchCreateVpnUsers: 'Create several VPN users',
  batchDeleteVpnUsers: 'Delete several VPN users',
  batchCreateResourceTags: 'Add tags',
  batchDeleteResourceTags: 'Remove tags',
  deleteP2cVgwConnection: 'Disconnect client',
  updatePostpaidVgwSpecification: 'Change specification of VPN gateway',
  updatePublicip: 'Change bandwidth of address',
  updateVpnConnectionsLogConfig: 'Change log settings of a Point-to-Cloud gateway',
  deleteVpnConnectionsLogConfig: 'Switch off logs of a Point-to-Cloud gateway',
  showVpnConnectionLog: 'Show log of connection',
  addVpnUsersToGroup: 'Add VPN users to group',
  removeVpnUsersFromGroup: 'Remove VPN users from group',
  exportClientConfig: 'Download client configuration',
  pruneAudit: 'Remove old audit entries',
  listAuditEntries: 'Read audit',
  exportAuditEntries: 'Export audit',
}

/** `createVgwCertificate` as `Create VPN gateway certificate`: what was done, as far as its name tells. */
export const operationWords = (operation: string): string => {
  const known = Object.hasOwn(said, operation) ? said[operation] : undefined
  if (known !== undefined) return known
  const spaced = operation.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
  const named = things.reduce((text, [pattern, words]) => text.replace(pattern, words), spaced)
  const small = named
    .split(' ')
    .map((word) => (/^[A-Z][a-z]+$/.test(word) && word !== 'Point' ? word.toLowerCase() : word))
    .join(' ')
  return small.slice(0, 1).toUpperCase() + small.slice(1)
}
