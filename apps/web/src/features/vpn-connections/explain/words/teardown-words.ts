import type { ReasonWords } from '../reason-words.ts'

const noHarm = 'Nothing is to be done.'

const ordinary = (plain: string, cause: string): ReasonWords => ({ plain, cause, fix: noHarm, peer: 'Nothing.' })

const unusual = (plain: string, cause: string, peer: string): ReasonWords => ({
  plain,
  cause,
  fix: 'Nothing as long as the tunnel comes back. If it repeats, reset the connection, and open a ticket with the raw lines if that does not help.',
  peer,
})

const expiry = (phase: string, what: string): ReasonWords => ({
  plain: `The keys of ${phase} ran out before new ones were agreed.`,
  cause:
    'The ends failed to replace them in time: the lifetimes differ much, or one end was not to be reached just then.',
  fix: `Set the ${what} that the customer device has, and look for failed negotiations just before.`,
  peer: 'Its lifetime of this phase, and whether it lets the other end begin the replacement. Switch lifetimes by volume off.',
})

const noAnswer = (plain: string): ReasonWords => ({
  plain,
  cause:
    'There was no traffic and no answer to the question whether it is still there: the line was interrupted, the device restarted, or it does not answer DPD.',
  fix: 'If it repeats while the line is good, use the payload order of the device, and a longer timeout. Steady traffic such as a ping keeps a quiet tunnel up.',
  peer: 'DPD switched on, with the same payload order where IKEv1 is used; its line and its restarts.',
})

const track = (what: string): ReasonWords =>
  unusual(
    `The tunnel was taken down because ${what} reported its way as broken.`,
    'A check that is tied to the tunnel failed.',
    'Whether it answers the check, and whether its line was interrupted.',
  )

/** Reasons for which a tunnel that stood was taken down. */
export const teardownWords: Readonly<Record<string, ReasonWords>> = {
  'dpd timeout': noAnswer('The customer device stopped answering.'),
  'heartbeat timeout': noAnswer('The heartbeat of the customer device stopped.'),
  'peer request': {
    plain: 'The customer device took the tunnel down.',
    cause: 'Somebody reset or changed it there, or it ends tunnels that carry nothing. Once is no reason to worry.',
    fix: noHarm,
    peer: 'If it repeats: a limit for idle tunnels, and its own log.',
  },
  'config modify or manual offline': ordinary(
    'The tunnel was taken down because its settings were changed, or by hand.',
    'Somebody saved a change of this connection or of the gateway.',
  ),
  'manual offline': ordinary('The tunnel was taken down by hand.', 'Somebody reset it.'),
  'reset sa by ike user': ordinary('The tunnel was reset.', 'Somebody pressed Reset, here or by the API.'),
  'phase1 sa replace': ordinary(
    'The keys of phase 1 were replaced on time.',
    'That is how it should be: their lifetime ended.',
  ),
  'phase2 sa replace': ordinary(
    'The keys of phase 2 were replaced on time.',
    'That is how it should be: their lifetime ended.',
  ),
  'kick old sa with same flow': ordinary(
    'A newer tunnel for the same traffic took the place of the old one.',
    'The customer device began anew, after a restart for example.',
  ),
  'cpu table updated': ordinary('The gateway moved the tunnel within itself.', 'It spread its load anew.'),
  'hash gene adjusted': ordinary('The gateway moved the tunnel within itself.', 'It spread its load anew.'),
  'receive backup delete info': ordinary(
    'The gateway’s active node told its standby that the tunnel ended.',
    'The two nodes keep each other informed; the reason proper is in another line.',
  ),
  'eap delete old sa': ordinary(
    'A newer sign-in took the place of the old one.',
    'The customer device signed in again.',
  ),
  'phase1 hard expiry': expiry('phase 1', 'IKE SA lifetime'),
  'phase2 hard expiry': expiry('phase 2', 'IPsec SA lifetime'),
  'hard expiry triggered by port mismatch': {
    plain: 'The customer device suddenly came from another port.',
    cause: 'A NAT device on the way forgot its mapping and made another.',
    fix: 'Nothing on the connection. Shorter DPD intervals keep the mapping alive.',
    peer: 'The time after which its NAT forgets UDP mappings: longer than the DPD interval.',
  },
  're-auth timeout': {
    plain: 'The ends were to prove anew who they are, and did not in time.',
    cause: 'The customer device asks for a new authentication after some time, and the two did not finish it.',
    fix: 'Set an IKE SA lifetime longer than the device’s time for re-authentication, or the same.',
    peer: 'Re-authentication: switch it off, or make its time match.',
  },
  'modecfg address soft expiry': unusual(
    'The address that was handed to the device ran out.',
    'It negotiates as a remote-access client.',
    'A site-to-site tunnel, without mode configuration.',
  ),
  'aaa cut user': unusual(
    'The user of the tunnel was signed out.',
    'The device negotiates as a remote-access client, and its user was cut off.',
    'A site-to-site tunnel with a pre-shared key.',
  ),
  'ip address syn failed': unusual(
    'The nodes of the gateway disagreed about an address.',
    'They could not bring each other up to date.',
    'Nothing.',
  ),
  'flow overlap': {
    plain: 'The traffic of this tunnel overlaps with that of another.',
    cause: 'Two connections name networks that hold each other. The newer one won.',
    fix: 'Make the networks of the gateway’s connections distinct.',
    peer: 'Whether another tunnel or device announces the same networks.',
  },
  'spi conflict': unusual(
    'The ends numbered two tunnels alike.',
    'One end restarted and began its numbers anew.',
    'Whether it restarted. Clear its IPsec security associations.',
  ),
  'receive invalid spi notify': unusual(
    'The customer device does not know the keys that the gateway uses.',
    'It restarted or dropped the tunnel without telling. A reset brings both together again.',
    'Whether it restarted, and “invalid SPI recovery” where it has that.',
  ),
  'admin down': unusual(
    'The interface of the tunnel was switched off.',
    'The gateway was being changed or upgraded.',
    'Whether its own interface is up.',
  ),
  'forward down': unusual(
    'The gateway lost its way to the customer device.',
    'The network between them was interrupted.',
    'Its line at that moment.',
  ),
  'peer address switch': {
    plain: 'The customer device changed its address.',
    cause: 'It switched to another line, or its provider gave it another address.',
    fix: 'Where the new address stays, choose a customer gateway that has it.',
    peer: 'Which of its lines it uses, and whether its address is fixed.',
  },
  'nhrp notify': unusual(
    'A dynamic tunnel was ended by its hub.',
    'The device uses dynamic multipoint VPN.',
    'A plain site-to-site tunnel.',
  ),
  'dns resolution status change': {
    plain: 'The name of the customer device led to another address.',
    cause: 'Its DNS entry changed or could not be resolved for a while.',
    fix: 'Nothing as long as it comes back. A customer gateway with a fixed address is steadier.',
    peer: 'Its DNS entry, and the service that updates it.',
  },
  'ikev1 phase1-phase2 sa dependent offline': {
    plain: 'Phase 1 ended and took phase 2 along.',
    cause: 'With IKEv1 an end drops the tunnel when the lifetime of phase 1 is over.',
    fix: 'Set the IKE SA lifetime that the device has, longer than that of IPsec. IKEv2 does not do this.',
    peer: 'Its lifetime of phase 1, and IKEv2 where it knows it.',
  },
  'exchange timeout': {
    plain: 'The customer device began a negotiation and did not finish it.',
    cause: 'Its answers were lost or it restarted in the middle.',
    fix: 'Nothing as long as the tunnel comes back. If it does not, check the address of the customer gateway.',
    peer: 'Its line, and whether UDP ports 500 and 4500 are open in both directions.',
  },
  'sa with same user exists': {
    plain: 'Another device already has a tunnel under the same ID.',
    cause: 'Two devices call themselves the same, or a device came back before its old tunnel was forgotten.',
    fix: 'Give each device an ID of its own, and set it as the peer ID of its connection.',
    peer: 'Its local ID, which must be its alone.',
  },
  'disconnect track nqa': track('the NQA probe'),
  'disconnect track bfd': track('BFD'),
  'disconnect track vrrp': track('VRRP'),
}
