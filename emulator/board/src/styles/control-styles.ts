import { css } from 'lit';

export const controlStyles = css`
  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
  }

  button {
    cursor: pointer;
  }

  :is(button, a, input, textarea, [tabindex]):focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: 1px;
  }

  .quiet-button {
    display: inline-grid;
    place-items: center;
    width: 32px;
    height: 32px;
    padding: 0;
    border: 0;
    border-radius: var(--borderRadiusMedium);
    background: transparent;
    color: var(--colorNeutralForeground2);
  }

  .quiet-button.tiny {
    width: 24px;
    height: 24px;
  }

  .quiet-button:hover,
  .quiet-button[aria-expanded='true'] {
    background: var(--colorSubtleBackgroundHover);
    color: var(--colorNeutralForeground1);
  }

  .quiet-button.pressed {
    background: var(--colorBrandBackground2);
    color: var(--colorBrandForeground2);
  }

  .quiet-button[aria-disabled='true'] {
    opacity: 0.35;
    cursor: default;
  }

  .small-button,
  .chip-button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    padding: 0 12px;
    border: 1px solid var(--colorNeutralStroke1);
    border-radius: var(--borderRadiusMedium);
    background: var(--colorNeutralBackground1);
    white-space: nowrap;
  }

  .small-button:hover,
  .chip-button:hover {
    background: var(--colorNeutralBackground1Hover);
  }

  .small-button.primary,
  .wide-button.primary {
    border-color: transparent;
    background: var(--colorBrandBackground);
    color: var(--colorNeutralForegroundOnBrand);
    font-weight: var(--fontWeightSemibold);
  }

  .small-button.primary:hover,
  .wide-button.primary:hover {
    background: var(--colorBrandBackgroundHover);
    color: var(--colorNeutralForegroundOnBrand);
  }

  .small-button.danger {
    border-color: transparent;
    background: transparent;
    color: var(--danger);
  }

  .small-button.danger:hover {
    background: var(--colorStatusDangerBackground1);
  }

  .chip-button {
    border-radius: var(--borderRadiusCircular);
    border-style: dashed;
    color: var(--colorNeutralForeground2);
  }

  .wide-button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    width: 100%;
    min-height: 32px;
    padding: 0 8px;
    border: 0;
    border-radius: var(--borderRadiusMedium);
    background: transparent;
    color: var(--colorNeutralForeground2);
  }

  .wide-button:hover {
    background: var(--colorSubtleBackgroundHover);
    color: var(--colorNeutralForeground1);
  }

  .text-field {
    width: 100%;
    min-height: 32px;
    padding: 4px 8px;
    border: 1px solid transparent;
    border-radius: var(--borderRadiusMedium);
    background: transparent;
    color: var(--colorNeutralForeground1);
  }

  .text-field::placeholder {
    color: var(--colorNeutralForeground3);
    opacity: 1;
  }

  .text-field:hover {
    border-color: var(--colorNeutralStroke1);
  }

  .text-field.framed,
  .field-button {
    border: 1px solid var(--colorNeutralStroke1);
    border-bottom-color: var(--colorNeutralStrokeAccessible);
    background: var(--colorNeutralBackground1);
  }

  .text-field:focus-visible {
    outline: 2px solid var(--colorCompoundBrandStroke);
    outline-offset: -1px;
    background: var(--colorNeutralBackground1);
  }

  .text-field.overdue {
    color: var(--danger);
  }

  .field-button {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    width: 100%;
    min-height: 32px;
    padding: 4px 8px;
    border-radius: var(--borderRadiusMedium);
    color: var(--colorNeutralForeground1);
    text-align: start;
  }

  .field-button:hover {
    border-color: var(--colorNeutralStroke1Hover);
  }

  .field-value {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .field-error {
    grid-column: 1 / -1;
    color: var(--danger);
  }

  .text-link {
    display: inline;
    padding: 0;
    border: 0;
    background: none;
    color: var(--colorBrandForegroundLink);
    text-align: start;
    overflow-wrap: anywhere;
  }

  .text-link:hover {
    text-decoration: underline;
  }

  fluent-menu-list {
    /* Fluent keeps the column at the end for a shortcut; here it holds job titles. */
    --_col-end-width: max-content;
    min-width: 200px;
    max-width: min(360px, calc(100vw - 16px));
    border: 1px solid var(--colorNeutralStroke2);
    box-shadow: var(--shadow16);
    color: var(--colorNeutralForeground1);
    scrollbar-width: thin;
  }

  fluent-menu-list:not(:popover-open) {
    display: none;
  }

  fluent-menu-item {
    flex: none;
    font-family: inherit;
  }

  fluent-menu-item:focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: -2px;
  }

  fluent-menu-item.danger {
    color: var(--danger);
  }

  .menu-divider {
    width: 100%;
    margin: 4px 0;
    border: 0;
    border-top: 1px solid var(--colorNeutralStroke2);
  }

  .menu-heading {
    padding: 8px 10px 2px;
    color: var(--colorNeutralForeground3);
    font-size: var(--fontSizeBase200);
    font-weight: var(--fontWeightSemibold);
  }

  .menu-hint {
    padding-inline-start: 16px;
    white-space: nowrap;
    color: var(--colorNeutralForeground3);
    font-size: var(--fontSizeBase200);
  }
`;
