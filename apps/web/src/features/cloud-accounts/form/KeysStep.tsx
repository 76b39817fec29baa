import { KeyFields } from './KeyFields.tsx'

export const KeysStep = () => <KeyFields policyPlace="that the fourth step writes for you" />
