/** In whose name Graph is asked. */
export type GraphAccount =
  | { readonly kind: 'app' }
  /** Somebody who signed in; `id` names the account. */
  | { readonly kind: 'delegated'; readonly id: string }
  /** The caller of the moment; `assertion` is their token for us, a function so that nothing prints it. */
  | { readonly kind: 'on_behalf_of'; readonly id: string; readonly assertion: () => string };
