import { css } from 'lit';

export const pageStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100dvh;
    background: var(--colorNeutralBackground3);
    color: var(--colorNeutralForeground1);
    font-size: var(--fontSizeBase300);
    line-height: var(--lineHeightBase300);
    --danger: light-dark(var(--colorStatusDangerForeground1), #f1898f);
    --agent: light-dark(#5b3cc4, #b9a8ff);
    --agent-soft: light-dark(#efeafd, #352a63);
    --person: var(--colorBrandForeground1);
    --person-soft: light-dark(#e3f0fb, #143a5c);
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  .icon {
    flex: none;
    display: block;
  }

  .hidden-words {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .page {
    display: flex;
    min-height: 0;
  }

  main {
    flex: 1;
    min-width: 0;
    display: flex;
  }

  task-dialog,
  delete-dialog {
    position: absolute;
  }

  .board {
    flex: 1;
    min-width: 0;
    display: flex;
    align-items: stretch;
    gap: 8px;
    padding: 8px 16px 0;
    overflow-x: auto;
    overflow-y: hidden;
    scrollbar-width: thin;
    scrollbar-color: var(--colorNeutralStroke1) transparent;
  }

  .count {
    color: var(--colorNeutralForeground3);
    font-size: var(--fontSizeBase200);
    font-weight: var(--fontWeightRegular);
    font-variant-numeric: tabular-nums;
  }

  .avatar {
    flex: none;
    display: inline-grid;
    place-items: center;
    border-radius: 50%;
    font-weight: var(--fontWeightSemibold);
    letter-spacing: 0.01em;
    user-select: none;
  }

  .avatar[data-initials]::before {
    content: attr(data-initials);
  }

  .avatar.size-20 {
    width: 20px;
    height: 20px;
    font-size: 9px;
  }

  .avatar.size-24 {
    width: 24px;
    height: 24px;
    font-size: 10px;
  }

  .avatar.size-32 {
    width: 32px;
    height: 32px;
    font-size: 12px;
  }

  .avatar.app {
    border-radius: 28%;
    background: linear-gradient(135deg, #8a5cf6, #5b3fc4);
    color: #fff;
  }

  .avatar.more {
    background: var(--colorNeutralBackground5);
    color: var(--colorNeutralForeground2);
  }

  .app-badge {
    margin-inline: 6px 2px;
    padding: 0 6px;
    border-radius: var(--borderRadiusCircular);
    background: var(--agent-soft);
    color: var(--agent);
    font-size: 11px;
    font-weight: var(--fontWeightSemibold);
    line-height: 16px;
    display: inline-block;
    vertical-align: 1px;
  }

  .label-pill {
    display: inline-block;
    max-width: 200px;
    padding: 0 8px;
    border-radius: 10px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 11px;
    font-weight: var(--fontWeightSemibold);
    line-height: 18px;
  }

  .label-dot {
    display: inline-block;
    width: 20px;
    height: 14px;
    border-radius: 7px;
    vertical-align: -1px;
  }

  .priority.urgent,
  .overdue {
    color: var(--danger);
  }

  .priority.important {
    color: var(--danger);
  }

  .priority.medium {
    color: var(--colorStatusSuccessForeground1);
  }

  .priority.low {
    color: var(--colorBrandForeground1);
  }

  .progress-mark,
  .priority {
    display: inline-grid;
  }

  .progress-mark.inProgress,
  .progress-button.inProgress {
    color: var(--colorBrandForeground1);
  }

  .progress-mark.completed,
  .progress-button.completed {
    color: var(--colorStatusSuccessForeground1);
  }

  .empty {
    margin: auto;
    max-width: 380px;
    padding: 32px;
    display: grid;
    justify-items: center;
    gap: 8px;
    text-align: center;
    color: var(--colorNeutralForeground2);
  }

  .empty h2 {
    font-size: var(--fontSizeBase500);
    line-height: var(--lineHeightBase500);
    color: var(--colorNeutralForeground1);
  }

  .empty-picture {
    display: grid;
    place-items: center;
    width: 96px;
    height: 96px;
    margin-bottom: 8px;
    border-radius: 50%;
    background: var(--colorBrandBackground2);
    color: var(--colorBrandForeground1);
  }

  .empty add-bucket {
    width: 240px;
    margin-top: 8px;
  }

  .notices {
    position: fixed;
    inset: auto 16px 24px;
    margin: 0 auto;
    padding: 8px;
    width: max-content;
    max-width: min(560px, calc(100vw - 32px));
    border: 0;
    background: none;
    overflow: visible;
  }

  .notices:popover-open {
    display: grid;
    gap: 8px;
    justify-items: center;
  }

  .notice {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 8px 8px 8px 14px;
    border-radius: var(--borderRadiusLarge);
    background: var(--colorNeutralBackground1);
    color: var(--colorNeutralForeground1);
    border: 1px solid var(--colorNeutralStroke2);
    box-shadow: var(--shadow16);
  }

  .notice.success > .icon {
    color: var(--colorStatusSuccessForeground1);
  }

  .notice.error > .icon {
    color: var(--danger);
  }

  .bone {
    display: block;
    border-radius: var(--borderRadiusLarge);
    background: linear-gradient(
      90deg,
      var(--colorNeutralStencil1) 0%,
      var(--colorNeutralStencil2) 50%,
      var(--colorNeutralStencil1) 100%
    );
    background-size: 200% 100%;
  }

  .bone.title {
    width: 120px;
    height: 20px;
    margin: 8px 0 12px;
  }

  .column.skeleton {
    gap: 8px;
  }

  @media (prefers-reduced-motion: no-preference) {
    .bone,
    .skeleton-lines span {
      animation: shimmer 2.4s linear infinite;
    }

    .notice {
      animation: rise 0.2s var(--curveDecelerateMid);
    }
  }

  @keyframes shimmer {
    to {
      background-position: -200% 0;
    }
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }

  @media (max-width: 640px) {
    .board {
      padding: 4px 12px 0;
      scroll-snap-type: x mandatory;
      scroll-padding: 12px;
    }
  }
`;
