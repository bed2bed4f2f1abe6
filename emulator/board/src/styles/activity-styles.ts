import { css } from 'lit';

export const activityStyles = css`
  activity-panel {
    display: contents;
  }

  .activity {
    flex: 0 0 320px;
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--colorNeutralBackground1);
    border-inline-start: 1px solid var(--colorNeutralStroke2);
  }

  .activity-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 12px 12px 8px 16px;
  }

  .activity-head h2 {
    font-size: var(--fontSizeBase400);
    line-height: var(--lineHeightBase400);
    font-weight: var(--fontWeightSemibold);
  }

  .segments {
    display: flex;
    gap: 2px;
    margin: 0 16px 8px;
    padding: 2px;
    border-radius: var(--borderRadiusMedium);
    background: var(--colorNeutralBackground3);
  }

  .segments button {
    flex: 1;
    min-height: 26px;
    border: 0;
    border-radius: var(--borderRadiusSmall);
    background: none;
    color: var(--colorNeutralForeground2);
    font-size: var(--fontSizeBase200);
  }

  .segments button[aria-pressed='true'] {
    background: var(--colorNeutralBackground1);
    color: var(--colorNeutralForeground1);
    font-weight: var(--fontWeightSemibold);
    box-shadow: var(--shadow2);
  }

  .activity-list {
    flex: 1;
    min-height: 0;
    padding: 0 8px 16px;
    overflow-y: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--colorNeutralStroke1) transparent;
  }

  .activity-list:focus-visible {
    outline-offset: -2px;
  }

  .activity-entry {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
    padding: 8px;
    border-radius: var(--borderRadiusMedium);
    color: var(--colorNeutralForeground2);
    overflow-wrap: anywhere;
  }

  .activity-entry b {
    color: var(--colorNeutralForeground1);
    font-weight: var(--fontWeightSemibold);
  }

  .activity-entry time {
    color: var(--colorNeutralForeground3);
    font-size: var(--fontSizeBase200);
  }

  .activity-entry .thing {
    color: var(--colorNeutralForeground1);
  }

  .activity-empty {
    display: grid;
    justify-items: center;
    gap: 8px;
    margin: 40px 24px;
    color: var(--colorNeutralForeground3);
    text-align: center;
  }

  @media (max-width: 900px) {
    .activity {
      position: fixed;
      inset: 0 0 0 auto;
      z-index: 3;
      width: min(340px, 100vw);
      box-shadow: var(--shadow28);
    }
  }
`;
