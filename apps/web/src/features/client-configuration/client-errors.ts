/** What a client writes when it does not get in, what is behind it, and what helps. */
export type ClientError = { seen: string; cause: string; fix: string; isOfCertificates?: true }

export const clientErrors: readonly ClientError[] = [
  {
    seen: 'AUTH_FAILED',
    cause: 'The user name or the password is wrong, or five wrong tries have locked the user.',
    fix: 'Reset the password of the user, or wait until the lock ends by itself.',
  },
  {
    seen: 'Cannot load CA certificate file [[INLINE]] (no entries were read); certReadError',
    cause: 'The profile has no certificate and key of the user.',
    fix: 'Give both on this page and download the profile again.',
    isOfCertificates: true,
  },
  {
    seen: 'wrong tag',
    cause: 'The certificate and the private key in the profile do not belong together.',
    fix: 'Give the pair that was issued together; this page sees most pairs that do not fit.',
    isOfCertificates: true,
  },
  {
    seen: 'TLS Error: TLS handshake failed',
    cause: 'The certificate of the user was not issued by a client CA of this server.',
    fix: 'Import the CA that issued it under Client CAs, or give the user a certificate of one that is there.',
    isOfCertificates: true,
  },
  {
    seen: 'OpenSSL: error:0A000086 ... certificate verify failed',
    cause: 'The server certificate is not marked for servers (extended key usage serverAuth).',
    fix: 'Give the server another certificate that is, then download the profile again.',
  },
  {
    seen: 'Options error: Unrecognized option',
    cause: 'OpenVPN 2.5 or older does not know disable-dco.',
    fix: 'Update the client, or download the profile for old versions from this page.',
  },
  {
    seen: 'Connection failed to establish within given time; TCP: connect to ... failed',
    cause: 'The address of the gateway is not reached: a firewall, a proxy, or no EIP on the gateway.',
    fix: 'Check that the gateway has its EIP and that the network of the user lets the port of the server out.',
  },
  {
    seen: 'Connected, but with no address or with that of another',
    cause: 'The static IP address of the user is in use elsewhere.',
    fix: 'Check the static IP address of the user, and who else is connected.',
  },
]

/** Those that can happen at a server: one with passwords asks for no certificates. */
export const clientErrorsOf = (usesCertificates: boolean): readonly ClientError[] =>
  clientErrors.filter((error) =>
    error.isOfCertificates ? usesCertificates : !(usesCertificates && error.seen === 'AUTH_FAILED'),
  )
