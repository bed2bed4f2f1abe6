import { html, type TemplateResult } from 'lit';
import { categoryName, type Category, type CategoryNames } from '../board/category.js';

/** A label in its Planner colour with the plan's own name for it. */
export function labelPill(category: Category, names: CategoryNames): TemplateResult {
  return html`<span class="label-pill" style=${labelColours(category)}
    >${categoryName(category, names)}</span
  >`;
}

export function labelDot(category: Category): TemplateResult {
  return html`<span class="label-dot" style=${labelColours(category)}></span>`;
}

function labelColours({ palette }: Category): string {
  return `background:var(--colorPalette${palette}Background2);color:var(--colorPalette${palette}Foreground2)`;
}
