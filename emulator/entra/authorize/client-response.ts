export const responseModes = ['query', 'fragment', 'form_post'] as const;
export type ResponseMode = (typeof responseModes)[number];

/** Where an answer goes, and how. */
export interface ReturnAddress {
  readonly redirectUri: string;
  readonly mode: ResponseMode;
  readonly state: string | null;
}

/** An answer to a client through its user's browser. */
export type ClientResponse =
  | { readonly kind: 'redirect'; readonly url: string }
  | {
      readonly kind: 'post';
      readonly action: string;
      readonly fields: Readonly<Record<string, string>>;
    };

/** Adds `state` and carries the parameters as the request wanted them. */
export function toClientResponse(
  address: ReturnAddress,
  parameters: Readonly<Record<string, string>>,
): ClientResponse {
  const fields = { ...parameters, ...(address.state === null ? {} : { state: address.state }) };
  if (address.mode === 'form_post') {
    return { kind: 'post', action: address.redirectUri, fields };
  }
  const url = new URL(address.redirectUri);
  if (address.mode === 'fragment') {
    url.hash = new URLSearchParams(fields).toString();
  } else {
    for (const [name, value] of Object.entries(fields)) url.searchParams.append(name, value);
  }
  return { kind: 'redirect', url: url.href };
}
