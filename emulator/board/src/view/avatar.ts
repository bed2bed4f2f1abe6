import { html, type TemplateResult } from 'lit';
import { initials, paletteOf } from '../board/initials.js';
import type { Actor } from '../control/activity.js';
import { icon } from './icons.js';

interface Named {
  readonly id: string;
  readonly displayName: string;
}

/** A person's round picture. Decorative: the name stands beside it or is said in hidden words. */
export function personAvatar(person: Named, size: 20 | 24 | 32): TemplateResult {
  const palette = paletteOf(person.id);
  const style = `background:var(--colorPalette${palette}Background2);color:var(--colorPalette${palette}Foreground2)`;
  // The initials are painted, not written: they are no part of a button's visible words.
  return html`<span
    class="avatar size-${size}"
    aria-hidden="true"
    data-initials=${initials(person.displayName)}
    style=${style}
  ></span>`;
}

/** Apps are square and carry a robot, people are round and carry their initials: no colour is needed to tell them apart. */
export function actorAvatar(actor: Actor, size: 20 | 24 | 32): TemplateResult {
  if (actor.kind === 'person') return personAvatar(actor, size);
  return html`<span class="avatar app size-${size}" aria-hidden="true"
    >${icon('agent', Math.round(size * 0.62))}</span
  >`;
}
