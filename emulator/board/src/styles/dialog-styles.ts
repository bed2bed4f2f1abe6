import { css } from 'lit';

export const dialogStyles = css`
  .task-dialog::part(dialog) {
    width: min(720px, calc(100vw - 24px));
    max-width: none;
    max-height: calc(100dvh - 48px);
    overflow: auto;
    scrollbar-width: thin;
  }

  .delete-dialog::part(dialog) {
    width: min(440px, calc(100vw - 24px));
  }

  .dialog-body {
    display: grid;
    gap: 20px;
    padding: 0 24px 20px;
    font-size: var(--fontSizeBase300);
    line-height: var(--lineHeightBase300);
  }

  .delete-dialog .dialog-body {
    gap: 12px;
    padding: 24px;
  }

  .delete-dialog h2 {
    font-size: var(--fontSizeBase500);
    line-height: var(--lineHeightBase500);
  }

  .dialog-actions {
    display: flex;
    justify-content: flex-end;
    gap: 8px;
    margin-top: 8px;
  }

  fluent-button.danger {
    background: var(--colorStatusDangerBackground3);
  }

  fluent-button.danger:hover {
    background: var(--colorStatusDangerBackground3Hover);
  }

  .dialog-bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin: 0 -24px -8px;
    padding: 12px 16px 4px 24px;
    background: var(--colorNeutralBackground1);
    color: var(--colorNeutralForeground3);
    font-size: var(--fontSizeBase200);
  }

  .dialog-title {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px;
    align-items: center;
  }

  .dialog-title .progress-button {
    width: 32px;
    height: 32px;
    margin: 0 0 0 -4px;
  }

  .title-field {
    font-size: var(--fontSizeBase500);
    line-height: var(--lineHeightBase500);
    font-weight: var(--fontWeightSemibold);
    padding: 4px 8px;
    margin-inline-start: -4px;
  }

  .dialog-missing {
    display: grid;
    place-items: center;
    min-height: 200px;
  }

  .chip-rows {
    display: grid;
    gap: 10px;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
    padding: 0 2px;
    border-radius: var(--borderRadiusCircular);
    background: var(--colorNeutralBackground3);
  }

  .label-chip {
    display: inline-flex;
    align-items: center;
  }

  .label-chip .label-pill {
    padding: 3px 10px;
    border-radius: 12px;
    font-size: var(--fontSizeBase200);
  }

  .field-grid {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: 12px;
  }

  .field {
    grid-column: span 2;
  }

  label.field {
    grid-column: span 3;
  }

  .field {
    display: grid;
    gap: 4px;
    align-content: start;
  }

  .field-name {
    color: var(--colorNeutralForeground2);
    font-size: var(--fontSizeBase200);
    line-height: var(--lineHeightBase200);
    font-weight: var(--fontWeightSemibold);
  }

  .task-section {
    display: grid;
    gap: 6px;
  }

  .task-section h3 {
    display: flex;
    align-items: baseline;
    gap: 8px;
    font-size: var(--fontSizeBase300);
    font-weight: var(--fontWeightSemibold);
  }

  .notes-field {
    min-height: 80px;
    max-height: 320px;
    padding: 8px;
    resize: vertical;
    field-sizing: content;
  }

  .checklist-row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px;
    border-radius: var(--borderRadiusMedium);
  }

  .checklist-row:hover {
    background: var(--colorSubtleBackgroundHover);
  }

  .checklist-row input[type='checkbox'] {
    width: 18px;
    height: 18px;
    margin: 0 4px;
    accent-color: var(--colorCompoundBrandBackground);
  }

  .checklist-row.checked .text-field {
    color: var(--colorNeutralForeground3);
    text-decoration: line-through;
  }

  .row-tools {
    display: flex;
  }

  .row-form {
    display: flex;
    align-items: center;
    gap: 6px;
    padding-inline-start: 6px;
    color: var(--colorNeutralForeground3);
  }

  .row-form .text-field {
    flex: 1;
    min-width: 0;
  }

  .row-form .small-button {
    color: var(--colorNeutralForeground1);
  }

  .link-row {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    padding-inline-start: 6px;
    color: var(--colorNeutralForeground3);
  }

  .link-row a {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--colorBrandForegroundLink);
  }

  .contest {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-top: 6px;
    padding: 10px 12px;
    border: 1px solid var(--colorStatusWarningBorder1);
    border-radius: var(--borderRadiusMedium);
    background: var(--colorStatusWarningBackground1);
    color: var(--colorNeutralForeground1);
    font-size: var(--fontSizeBase300);
    font-weight: var(--fontWeightRegular);
    line-height: var(--lineHeightBase300);
  }

  .contest p {
    flex: 1 1 100%;
    overflow-wrap: anywhere;
  }

  .contest .icon,
  .contest-hint .icon {
    display: inline-block;
    vertical-align: -3px;
    color: var(--colorStatusWarningForeground1);
  }

  .contest q,
  .contest-hint q {
    font-weight: var(--fontWeightSemibold);
  }

  .contest-hint {
    margin-top: 4px;
    color: var(--colorNeutralForeground2);
    font-size: var(--fontSizeBase200);
    font-weight: var(--fontWeightRegular);
  }

  .history {
    display: grid;
    gap: 6px;
  }

  .history-entry {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 10px;
    color: var(--colorNeutralForeground2);
  }

  .history-entry b {
    color: var(--colorNeutralForeground1);
    font-weight: var(--fontWeightSemibold);
  }

  .history-entry time {
    color: var(--colorNeutralForeground3);
    font-size: var(--fontSizeBase200);
    white-space: nowrap;
  }

  .dialog-foot {
    position: sticky;
    inset-block-end: 0;
    background: var(--colorNeutralBackground1);
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin: 0 -24px -20px;
    padding: 10px 24px 10px 14px;
    border-top: 1px solid var(--colorNeutralStroke2);
  }

  .saved {
    color: var(--colorNeutralForeground3);
    font-size: var(--fontSizeBase200);
  }

  .skeleton-lines {
    display: grid;
    gap: 10px;
  }

  .skeleton-lines span {
    height: 16px;
    border-radius: var(--borderRadiusMedium);
    background: linear-gradient(
      90deg,
      var(--colorNeutralStencil1) 0%,
      var(--colorNeutralStencil2) 50%,
      var(--colorNeutralStencil1) 100%
    );
    background-size: 200% 100%;
  }

  .skeleton-lines span:nth-child(2) {
    width: 80%;
  }

  .skeleton-lines span:nth-child(3) {
    width: 55%;
  }

  @media (max-width: 640px) {
    .task-dialog::part(dialog) {
      width: 100vw;
      max-height: 100dvh;
      height: 100dvh;
      border-radius: 0;
    }

    .field {
      grid-column: span 3;
    }

    .dialog-body {
      padding-inline: 16px;
    }

    .dialog-bar,
    .dialog-foot {
      position: sticky;
      inset-block-end: 0;
      background: var(--colorNeutralBackground1);
      margin-inline: -16px;
      padding-inline: 16px;
    }

    .row-form {
      flex-wrap: wrap;
    }
  }
`;
