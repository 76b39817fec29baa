import { preSharedKeyProblems, type VpnConnection } from '@vpn-console/api-client'
import * as z from 'zod'

export type KeyFormValues = {
  /** Ids of the tunnels that get the key. */
  tunnels: string[]
  psk: string
  pskAgain: string
  /** With IKEv1 the key acts by itself at the next negotiation, so that the reset is a matter of choice. */
  resetsNow: boolean
}

/** Without a reset IKEv2 goes on with the old key. */
export const needsReset = ({ ikepolicy }: Pick<VpnConnection, 'ikepolicy'>): boolean => ikepolicy?.ike_version !== 'v1'

/** The form's rules; `generated` is the key that was made here, which nobody has to type twice. */
export const keyForm = (generated: () => string | undefined) =>
  z.custom<KeyFormValues>().superRefine(({ tunnels, psk, pskAgain }, context) => {
    const issue = (path: keyof KeyFormValues, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (tunnels.length === 0) issue('tunnels', 'Choose at least one tunnel.')
    const [problem] = preSharedKeyProblems(psk)
    if (psk === '') issue('psk', 'Enter the new key, or generate one.')
    else if (problem) issue('psk', problem.message)
    if (psk !== '' && psk !== generated() && psk !== pskAgain) issue('pskAgain', 'The two are not the same.')
  })
