import { css } from 'lit';

export const cardStyles = css`
  .card-place {
    border-radius: var(--borderRadiusLarge);
  }

  .card-place.dragged {
    opacity: 0.35;
  }

  .card {
    position: relative;
    padding: 12px;
    border: 1px solid transparent;
    border-radius: var(--borderRadiusLarge);
    background: var(--colorNeutralBackground1);
    box-shadow: var(--shadow2);
    cursor: pointer;
    content-visibility: auto;
    contain-intrinsic-size: auto 96px;
    transition:
      box-shadow 0.15s,
      border-color 0.15s;
  }

  .card:hover {
    box-shadow: var(--shadow8);
  }

  .card-labels {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-bottom: 8px;
  }

  .card-head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px;
    align-items: start;
  }

  .card-title {
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
    border-radius: var(--borderRadiusSmall);
  }

  .card-title::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--borderRadiusLarge);
  }

  .card-title:focus-visible {
    outline: none;
  }

  .card-title:focus-visible::after {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: 1px;
  }

  .card.done .card-title {
    color: var(--colorNeutralForeground3);
    text-decoration: line-through;
  }

  .progress-button {
    position: relative;
    z-index: 1;
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    margin: -2px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--colorNeutralForeground3);
  }

  .progress-button:hover {
    color: var(--colorStatusSuccessForeground1);
    background: var(--colorSubtleBackgroundHover);
  }

  /* Over the card's corner, so that a title may use the whole width while nobody looks for the menu. */
  .card-menu {
    position: absolute;
    inset: 6px 6px auto auto;
    z-index: 1;
  }

  .card-menu .quiet-button {
    opacity: 0;
    background: var(--colorNeutralBackground1);
  }

  .card-menu .quiet-button:hover {
    background: var(--colorNeutralBackground1Hover);
  }

  .card:hover .card-menu .quiet-button,
  .card:focus-within .card-menu .quiet-button,
  .card-menu .quiet-button[aria-expanded='true'] {
    opacity: 1;
  }

  @media (hover: none) {
    .card-menu .quiet-button {
      opacity: 1;
    }
  }

  .card-facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 9px;
    min-height: 24px;
    margin-top: 8px;
    color: var(--colorNeutralForeground3);
    font-size: var(--fontSizeBase200);
    line-height: var(--lineHeightBase200);
  }

  .card-facts.bare {
    display: contents;
  }

  .fact {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-variant-numeric: tabular-nums;
    border-radius: var(--borderRadiusSmall);
  }

  .fact.priority {
    display: inline-flex;
  }

  .fact.due.overdue {
    margin-inline: -2px;
    padding: 1px 6px 1px 4px;
    background: var(--colorStatusDangerBackground1);
    color: var(--danger);
    font-weight: var(--fontWeightSemibold);
  }

  .fact.all-checked {
    color: var(--colorStatusSuccessForeground1);
  }

  .card-people {
    display: flex;
    margin-inline-start: auto;
  }

  .card-people .avatar {
    margin-inline-start: -2px;
    box-shadow: 0 0 0 2px var(--colorNeutralBackground1);
  }

  .card-last {
    display: flex;
    align-items: center;
    gap: 6px;
    margin: 10px -12px -12px;
    padding: 6px 12px;
    border-top: 1px solid var(--colorNeutralStroke3);
    color: var(--colorNeutralForeground3);
    font-size: var(--fontSizeBase200);
    line-height: var(--lineHeightBase200);
  }

  .card-last b {
    font-weight: var(--fontWeightSemibold);
  }

  .card-last.app b {
    color: var(--agent);
  }

  .card.lit {
    border-color: var(--person);
  }

  .card.lit.app {
    border-color: var(--agent);
  }

  .card.lit.app .card-last {
    background: var(--agent-soft);
    border-radius: 0 0 var(--borderRadiusLarge) var(--borderRadiusLarge);
  }

  /* What exactly was changed lights up a little stronger than the card. */
  .card[data-changed~='title'] .card-title,
  .card[data-changed~='dueDateTime'] .fact.due,
  .card[data-changed~='priority'] .fact.priority,
  .card[data-changed~='checklist'] .fact.checklist,
  .card[data-changed~='assignments'] .card-people,
  .card[data-changed~='appliedCategories'] .card-labels,
  .card[data-changed~='percentComplete'] .progress-button {
    background: var(--person-soft);
    box-shadow: 0 0 0 3px var(--person-soft);
  }

  .card.app[data-changed~='title'] .card-title,
  .card.app[data-changed~='dueDateTime'] .fact.due,
  .card.app[data-changed~='priority'] .fact.priority,
  .card.app[data-changed~='checklist'] .fact.checklist,
  .card.app[data-changed~='assignments'] .card-people,
  .card.app[data-changed~='appliedCategories'] .card-labels,
  .card.app[data-changed~='percentComplete'] .progress-button {
    background: var(--agent-soft);
    box-shadow: 0 0 0 3px var(--agent-soft);
  }

  .card.new[data-changed] :is(.card-title, .fact, .card-people, .card-labels, .progress-button) {
    background: none;
    box-shadow: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    .card.lit {
      animation: glow-even 2.2s var(--curveEasyEase);
    }

    .card.lit.odd {
      animation-name: glow-odd;
    }

    .card.lit.new {
      animation:
        arrive 0.35s var(--curveDecelerateMid),
        glow-even 2.2s var(--curveEasyEase);
    }
  }

  @keyframes arrive {
    from {
      opacity: 0;
      translate: 0 -10px;
      scale: 0.97;
    }
  }

  /* Two names for one animation: a second change while the first still glows starts it anew. */
  @keyframes glow-even {
    0%,
    40% {
      box-shadow:
        var(--shadow8),
        0 0 0 4px var(--lit, var(--person-soft));
    }
  }

  @keyframes glow-odd {
    0%,
    40% {
      box-shadow:
        var(--shadow8),
        0 0 0 4px var(--lit, var(--person-soft));
    }
  }

  .card.lit.app {
    --lit: var(--agent-soft);
  }

  @media (forced-colors: active) {
    .card {
      border-color: CanvasText;
    }
  }
`;
