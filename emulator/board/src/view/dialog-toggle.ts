import type { Dialog } from '@fluentui/web-components/dialog/class.js';

/** Whether an event is Fluent's word that this dialog has closed. It carries the state where the platform's own does not. */
export function hasClosed(event: Event, dialog: Dialog | null): boolean {
  if (event.target !== dialog || !(event instanceof CustomEvent)) return false;
  const { newState } = event.detail as { readonly newState?: string };
  return newState === 'closed';
}
