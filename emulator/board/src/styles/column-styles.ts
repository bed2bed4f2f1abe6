import { css } from 'lit';

export const columnStyles = css`
  board-column {
    display: contents;
  }

  .column {
    flex: 1 1 0;
    min-width: 264px;
    max-width: 320px;
    display: flex;
    flex-direction: column;
    min-height: 0;
    padding: 4px 8px 0;
    border-radius: var(--borderRadiusXLarge) var(--borderRadiusXLarge) 0 0;
    transition: background 0.15s;
  }

  .column.drop-target {
    background: color-mix(in srgb, var(--colorBrandBackground2) 60%, transparent);
  }

  .column-head {
    display: flex;
    align-items: baseline;
    gap: 8px;
    padding: 8px 4px;
  }

  .column-head h2 {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: var(--fontSizeBase300);
    line-height: var(--lineHeightBase300);
    font-weight: var(--fontWeightSemibold);
  }

  .column-body {
    flex: 1;
    min-height: 0;
    margin: 8px -8px 0;
    padding: 2px 8px 24px;
    overflow-y: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--colorNeutralStroke1) transparent;
  }

  .cards {
    display: grid;
    gap: 8px;
  }

  .cards:empty {
    display: none;
  }

  .column-empty {
    padding: 20px 12px;
    border: 1px dashed var(--colorNeutralStroke1);
    border-radius: var(--borderRadiusLarge);
    color: var(--colorNeutralForeground3);
    text-align: center;
  }

  .drop-target .column-empty {
    display: none;
  }

  .drop-line {
    height: 4px;
    margin: -2px 0;
    border-radius: 2px;
    background: var(--colorCompoundBrandStroke);
  }

  .completed-toggle {
    justify-content: flex-start;
    margin-block: 8px 4px;
    font-weight: var(--fontWeightSemibold);
  }

  .add-task-button,
  .add-bucket-button {
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    min-height: 36px;
    padding: 0 12px;
    border: 1px solid transparent;
    border-radius: var(--borderRadiusLarge);
    background: var(--colorNeutralBackground1);
    color: var(--colorBrandForeground1);
    font-weight: var(--fontWeightSemibold);
    box-shadow: var(--shadow2);
  }

  .add-task-button:hover,
  .add-bucket-button:hover {
    background: var(--colorNeutralBackground1Hover);
  }

  .add-task-form {
    display: grid;
    gap: 8px;
    padding: 12px;
    border-radius: var(--borderRadiusLarge);
    background: var(--colorNeutralBackground1);
    box-shadow: var(--shadow8);
  }

  .add-task-more {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 8px;
  }

  .add-task-more .field-button {
    justify-content: flex-start;
    overflow: hidden;
  }

  .board > add-bucket {
    flex: 0 0 200px;
    padding: 8px;
  }

  .board > add-bucket .add-bucket-button {
    background: transparent;
    box-shadow: none;
    color: var(--colorNeutralForeground2);
  }

  .board > add-bucket .add-bucket-button:hover {
    background: var(--colorSubtleBackgroundHover);
  }

  @media (max-width: 640px) {
    .column {
      min-width: min(86vw, 360px);
      max-width: none;
      scroll-snap-align: start;
    }
  }
`;
