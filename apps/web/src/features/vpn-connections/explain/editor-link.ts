import { paths } from '../../../paths.ts'

// One list of the form stands for both IP versions.
const formField = (field: string): string => field.replace(/_v6$/, '')

/** Where a setting of a connection is changed, by its dotted path: the editor, opened at that field. */
export const editorLink = (cloudId: string, connectionId: string, field: string): string =>
  // The key has a page of its own, which also resets the connection where the new key would otherwise wait.
  field === 'psk'
    ? paths.vpnConnectionKey({ cloudId, connectionId })
    : `${paths.vpnConnectionEdit({ cloudId, connectionId })}?field=${encodeURIComponent(formField(field))}`
