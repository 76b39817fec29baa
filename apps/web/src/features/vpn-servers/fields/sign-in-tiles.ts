/** The ways to sign in, with what each demands. */
export const signInTiles = [
  {
    value: 'LOCAL_PASSWORD',
    label: 'Password',
    description:
      'The server keeps users with passwords. They are created afterwards, one by one or from a spreadsheet; groups and access policies say what each reaches.',
  },
  {
    value: 'CERT',
    label: 'Certificate',
    description:
      'Each client has a certificate of a CA that the server knows: 1 to 10 client CAs are needed. The server keeps no users.',
  },
  {
    value: 'IAM',
    label: 'IAM',
    description:
      'People sign in with their user of this cloud account. Nothing else is needed; the server keeps no users.',
  },
  {
    value: 'FEDERATED',
    label: 'Identity provider',
    description:
      'People sign in at the identity provider of your company, which is set up in IAM before. The server keeps no users.',
  },
] as const
