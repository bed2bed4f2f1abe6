/** Why a connection came to nothing, in words; falls back on what the error says. */
export function describeNetworkFailure(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return 'no answer in time';
    const code = 'code' in at && typeof at.code === 'string' ? at.code : null;
    const words = code === null ? undefined : wordsOf(code);
    if (words !== undefined) return words;
  }
  return error instanceof Error
    ? (error.cause instanceof Error ? error.cause : error).message
    : String(error);
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there (ECONNREFUSED)',
  ENOTFOUND: 'no such host (ENOTFOUND)',
  EAI_AGAIN: 'the name cannot be looked up now (EAI_AGAIN)',
  ETIMEDOUT: 'no connection in time (ETIMEDOUT)',
  ECONNRESET: 'the connection was cut (ECONNRESET)',
  EHOSTUNREACH: 'there is no way to this host (EHOSTUNREACH)',
  ENETUNREACH: 'there is no way to this network (ENETUNREACH)',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
};

const certificateCodes =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_CERT_ALTNAME_INVALID)$/;

function wordsOf(code: string): string | undefined {
  if (certificateCodes.test(code)) return `its certificate is not trusted (${code})`;
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') return `it does not speak TLS (${code})`;
  return words[code];
}
