import type { Outcome } from '../board/task-actions.js';

/**
 * Empties a form at once, so that the next thing can be typed while this one is saved. What is refused comes back, unless
 * something was typed meanwhile.
 */
export async function sendForm(form: HTMLFormElement, send: () => Promise<Outcome>): Promise<void> {
  const sent = new FormData(form);
  form.reset();
  if ((await send()) === 'saved') return;
  const isTyping = [...new FormData(form).values()].some((value) => value !== '');
  if (isTyping) return;
  for (const [name, value] of sent) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && typeof value === 'string') field.value = value;
  }
}
