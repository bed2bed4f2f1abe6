/** How a flow ended: nothing more to do now, or look again after a while. Failures are thrown as GraphError. */
export type FlowResult =
  { readonly kind: 'done' } | { readonly kind: 'again'; readonly afterMs: number };
