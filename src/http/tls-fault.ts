/** What went wrong with the encryption of a connection, each as what it is. A run and `doctor` say the same. */
import { localDateTime } from '../model/date.ts'
import { cutText, printable } from '../model/text.ts'
import type { Certificate } from './handshake.ts'

/** Where it happened: what the hints name. */
export interface TlsPlace {
  /** Host and port. */
  readonly host: string
  /** The configuration key of the address, and that of its transport. */
  readonly urlKey: string
  readonly httpKey: string
}

/** `text` completes "The server cannot be reached:", without a full stop; `hint` says what to do. */
export interface TlsFault {
  readonly text: string
  readonly hint: string
}

const MOST_NAMES = 5
const MOST_NAME_LENGTH = 80

interface Row {
  readonly codes: RegExp
  readonly text: (certificate: Certificate | undefined) => string
  readonly hint: (place: TlsPlace) => string
}

const ROWS: readonly Row[] = [
  {
    codes: /WRONG_VERSION_NUMBER|HTTP_REQUEST|HTTPS_PROXY_REQUEST|UNKNOWN_PROTOCOL/,
    text: () => 'there is no TLS at this address, the port speaks something else',
    hint: ({ urlKey }) => `${urlKey}: http:// instead of https://, or the port that speaks https.`,
  },
  {
    codes: /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW/,
    text: () => 'the server speaks no newer TLS than 1.1, and only 1.2 and 1.3 are safe',
    hint: () => 'Switch TLS 1.2 on in the web server (ssl_protocols, SSLProtocol).',
  },
  {
    codes: /HANDSHAKE_FAILURE|NO_SHARED_CIPHER|NO_CIPHER|INSUFFICIENT_SECURITY/,
    text: () =>
      'the server and this program share no cipher, or the server wants a certificate of its clients',
    hint: () =>
      'Allow a modern cipher in the web server (ssl_ciphers, SSLCipherSuite), ECDHE with AES-GCM for example; ' +
      'or no client certificate for this host.',
  },
  {
    codes: /CERTIFICATE_REQUIRED|DID_NOT_RETURN_A_CERTIFICATE/,
    text: () => 'the server wants a certificate of its clients, and this program has none',
    hint: () => 'Let this host in without a client certificate.',
  },
  {
    codes: /UNRECOGNIZED_NAME|ALERT_INTERNAL_ERROR/,
    text: () => 'the server has no certificate for the name it was asked by',
    hint: ({ urlKey }) => `${urlKey}: the name the server is set up for.`,
  },
  {
    codes: /SELF_SIGNED/,
    text: () => 'the certificate is self-signed',
    hint: ({ host, httpKey }) =>
      `Save it (openssl s_client -connect ${host}) and name the file in ${httpKey}.caFile; ` +
      `or, less safe, ${httpKey}.insecureTls: true.`,
  },
  {
    codes: /EXPIRED/,
    text: (certificate) =>
      certificate === undefined
        ? 'the certificate has expired'
        : `the certificate expired on ${localDateTime(certificate.expiresAt).slice(0, 10)}`,
    hint: ({ httpKey }) => `Renew it on the server; until then ${httpKey}.insecureTls: true.`,
  },
  {
    codes: /NOT_YET_VALID/,
    text: () => 'the certificate is not valid yet',
    hint: () => 'Set the clock of this host, or that of the server.',
  },
  {
    codes: /ALTNAME|HOSTNAME/,
    text: (certificate) =>
      certificate === undefined
        ? 'the certificate is made out to another name'
        : `the certificate is made out to ${shownNames(certificate)}, not to this host`,
    hint: ({ urlKey }) => `${urlKey}: a name the certificate is made out to.`,
  },
  {
    codes: /REVOKED/,
    text: () => 'the certificate was revoked',
    hint: () => 'Renew it on the server.',
  },
  {
    codes: /UNABLE_TO|CERT|SIGNATURE/,
    text: () => 'the certificate comes from an authority nobody here knows',
    hint: ({ host, httpKey }) =>
      `Name the file with the certificate of that authority in ${httpKey}.caFile ` +
      `(openssl s_client -showcerts -connect ${host} shows what the server sends); ` +
      `or, less safe, ${httpKey}.insecureTls: true.`,
  },
  {
    codes: /ECONNRESET/,
    text: () => 'the server hangs up in the TLS handshake',
    hint: ({ urlKey }) => `${urlKey}: is this the port that speaks https? Else a firewall between.`,
  },
]

/** A certificate is a text of somebody we do not trust yet. */
function shownNames({ names }: Certificate): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => cutText(printable(name), MOST_NAME_LENGTH))
  return `${shown.join(', ')}${names.length > MOST_NAMES ? ' …' : ''}`
}

/** What a code of the TLS library means. @param certificate the server's, where it was seen */
export function tlsFault(code: string, place: TlsPlace, certificate?: Certificate): TlsFault {
  const row = ROWS.find(({ codes }) => codes.test(code))
  const text = row === undefined ? 'no TLS connection comes about' : row.text(certificate)
  const hint = row === undefined ? `${place.urlKey}: is this the port that speaks https?` : row.hint(place)
  return { text: `${text} (${code})`, hint }
}
