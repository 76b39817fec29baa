import type { SignOnProblem } from '@vpn-console/api-client'

/** What went wrong on the way through the provider, and what to do, for the person who came back from it. */
export const problemWords: Record<SignOnProblem, string> = {
  off: 'Sign-in by your organization is switched off here. Sign in with a password, or ask an administrator of the console.',
  'provider-down':
    'The sign-in service of your organization does not answer. Wait a minute and try again; if it lasts, tell those who run it.',
  'provider-wrong':
    'The answer of the sign-in service could not be trusted, so you were not signed in. An administrator of the console has to check its address under Sign-on; the reason is in the log.',
  'client-refused':
    'The sign-in service refuses this console. An administrator has to check client id, client secret and redirect address under Sign-on.',
  clock:
    'The clocks of the console and of the sign-in service are too far apart. An administrator has to set them right; then try again.',
  refused:
    'You were not let in, or you turned back. If you expected to be let in, ask those who run your sign-in service.',
  'claims-missing':
    'Your sign-in service did not tell your name, so you were not signed in. An administrator has to check the claims and scopes under Sign-on.',
  lost: 'This way back was used before, took longer than ten minutes, or began in another browser. Begin again.',
  disabled: 'Your account in this console is disabled. Ask an administrator of the console.',
  busy: 'Too many people sign in from your address at the moment. Wait some minutes, then try again.',
  fault:
    'The console failed while signing you in. Try again; if it lasts, an administrator finds the reason in its log.',
}

const isProblem = (text: string): text is SignOnProblem => Object.hasOwn(problemWords, text)

/** The problem that an address names; undefined where it names none that there is. */
export const problemIn = (text: string | null): SignOnProblem | undefined =>
  text !== null && isProblem(text) ? text : undefined
