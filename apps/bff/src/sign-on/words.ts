import type { SignOnProblem } from '@vpn-console/api-client'

/** What a problem means for the administrator who sets the sign-on up. */
export const problemWords = {
  off: 'Nothing is set up yet: save the settings first.',
  'provider-down':
    'The provider could not be reached, or did not answer in time. Check its address, and whether this console may reach it.',
  'provider-wrong':
    'What the provider answered does not fit: the address may not be exactly its issuer, or the answer was not meant for this console.',
  'client-refused':
    'The provider refuses this console: check the client id and the client secret, whether a secret is expected at all, that the redirect address is registered there exactly as shown here, and that the scopes are allowed.',
  clock: 'The clocks of the console and of the provider are more than a minute apart: set both by NTP.',
  refused: 'The provider did not let this person in, or he did not agree.',
  'claims-missing': 'A claim that is needed did not come.',
  lost: 'The way back from the provider was not the one that began here, or it was gone twice, or after more than ten minutes.',
  disabled: 'This person is disabled.',
  busy: 'Too many sign-ins from this address at the moment.',
  fault: 'The console failed. Its log says why.',
} as const satisfies Record<SignOnProblem, string>
