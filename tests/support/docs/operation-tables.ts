import type { Operation } from '../../../src/operations/define-operation.js';
import { operationAreas, type OperationArea } from '../../../src/operations/operation-area.js';
import { operations } from '../../../src/operations/registry.js';
import { accountKinds, type AccountKind } from '../../../src/domain/permissions/permission-need.js';
import { features } from '../../../src/domain/permissions/features.js';

const headings: Readonly<Record<OperationArea, string>> = {
  tasks: 'Tasks: Planner, To Do, and tasks that are synced',
  mail: 'Mail',
  calendar: 'Calendar',
  teams: 'Teams',
  directory: 'People and groups',
  files: 'Files',
  sync: 'Sync and notifications',
  admin: 'Accounts, approvals, and the server itself',
};

/** Every operation, a table for each area, as Markdown. */
export function operationTables(): string {
  return operationAreas
    .map((area) => {
      const rows = operations.filter((operation) => operation.area === area).map(toRow);
      return rows.length === 0 ? '' : [`### ${headings[area]}`, '', ...head, ...rows].join('\n');
    })
    .filter((table) => table !== '')
    .join('\n\n');
}

const head = [
  '| Operation | What it does | Graph permissions of people | Graph permissions of the app | Graph calls of its own | Scope | Asks |',
  '| --- | --- | --- | --- | --- | --- | --- |',
];

function toRow(operation: Operation): string {
  const { name, title, http, graphCalls = [], scope, risk, annotations } = operation;
  const [application, delegated] = accountKinds.map((kind) => leastOf(operation, kind));
  const cells = [
    `\`${name}\`<br>${http.method} \`${http.path}\``,
    annotations.readOnly ? title : `**${title}**`,
    delegated,
    application,
    graphCalls.map((call) => `\`${call}\``).join('<br>') || '–',
    scope === null ? '–' : `\`${scope}\``,
    risk ?? '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The least that is enough for all that it makes use of. */
function leastOf(operation: Operation, kind: AccountKind): string {
  if (operation.features.length === 0) return '–';
  const least = operation.features.map((feature) => features[feature].permissions[kind][0]);
  if (least.includes(undefined)) return 'not possible';
  return [...new Set(least)].map((permission) => `\`${permission}\``).join(', ');
}
