import { css } from 'lit';

export const headerStyles = css`
  .header {
    position: relative;
    z-index: 2;
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 380px) minmax(0, 1fr);
    align-items: center;
    gap: 16px;
    min-height: 60px;
    padding: 8px 16px;
    background: var(--colorNeutralBackground1);
    box-shadow: var(--shadow2);
  }

  .header-plan {
    display: flex;
    align-items: center;
    gap: 12px;
    min-width: 0;
  }

  .logo {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    flex: none;
    border-radius: var(--borderRadiusLarge);
    background: linear-gradient(135deg, #2886de, #0f548c);
    color: #fff;
    box-shadow: var(--shadow4);
  }

  .plan-words {
    min-width: 0;
  }

  .header h1 menu-button {
    display: block;
    min-width: 0;
  }

  .header h1 {
    font-size: var(--fontSizeBase400);
    line-height: var(--lineHeightBase400);
    font-weight: var(--fontWeightSemibold);
  }

  .plan-button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-width: calc(100% + 6px);
    margin-inline-start: -6px;
    padding: 0 6px;
    border: 0;
    border-radius: var(--borderRadiusMedium);
    background: none;
    font-weight: inherit;
  }

  .plan-title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .plan-button:hover,
  .person-button:hover,
  .person-button[aria-expanded='true'],
  .plan-button[aria-expanded='true'] {
    background: var(--colorSubtleBackgroundHover);
  }

  .connection {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--colorNeutralForeground3);
    font-size: var(--fontSizeBase200);
    line-height: var(--lineHeightBase200);
    white-space: nowrap;
  }

  .connection-dot {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--colorNeutralForeground4);
  }

  .connection.live .connection-dot {
    background: var(--colorStatusSuccessBackground3);
  }

  .connection.lost {
    color: var(--danger);
    font-weight: var(--fontWeightSemibold);
  }

  .connection.lost .connection-dot {
    background: currentColor;
  }

  .header-filter {
    position: relative;
    display: flex;
    align-items: center;
  }

  .header-filter fluent-text-input {
    width: 100%;
  }

  .header-filter fluent-text-input::part(root) {
    background: var(--colorNeutralBackground3);
  }

  .header-filter fluent-text-input::part(label) {
    position: absolute;
  }

  .filter-icon {
    display: grid;
    color: var(--colorNeutralForeground3);
  }

  .filter-count {
    position: absolute;
    inset-inline-end: 40px;
    padding: 0 8px;
    border-radius: var(--borderRadiusCircular);
    background: var(--colorBrandBackground2);
    color: var(--colorBrandForeground2);
    font-size: var(--fontSizeBase200);
    pointer-events: none;
  }

  .header-tools {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 4px;
    min-width: 0;
  }

  .person-button {
    display: flex;
    align-items: center;
    gap: 8px;
    max-width: 240px;
    margin-inline-start: 4px;
    padding: 4px 8px 4px 4px;
    border: 0;
    border-radius: var(--borderRadiusLarge);
    background: none;
    text-align: start;
  }

  .person-words {
    display: grid;
    min-width: 0;
  }

  .person-role {
    color: var(--colorNeutralForeground3);
    font-size: 11px;
    line-height: 14px;
  }

  .person-name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: var(--fontWeightSemibold);
    line-height: 18px;
  }

  @media (max-width: 900px) {
    .header {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 8px 12px;
    }

    .header-filter {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }

  @media (max-width: 640px) {
    .header {
      padding: 8px 12px;
    }

    .person-words,
    .person-button > .icon {
      display: none;
    }

    .person-button {
      padding: 4px;
    }
  }
`;
