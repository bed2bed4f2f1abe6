import type { Area, Finding, FindingState } from './finding.js';
import type { Report } from './report.js';
import { wrapText } from './wrap-text.js';

export interface Paper {
  /** Characters in a line. */
  readonly width: number;
  readonly hasColour: boolean;
}

const headings: Readonly<Record<Area, string>> = {
  process: 'This machine',
  configuration: 'Configuration',
  redis: 'Redis',
  temporal: 'Temporal',
  microsoft: 'Microsoft',
  permissions: 'Permissions',
  plans: 'Plans',
  address: 'Public address',
  clock: 'Clocks',
};

/** Told by words as well, for those who see no colour. */
const marks: Readonly<Record<FindingState, { readonly text: string; readonly colour: number }>> = {
  ok: { text: 'ok', colour: 32 },
  warning: { text: 'warn', colour: 33 },
  failure: { text: 'FAIL', colour: 31 },
  skipped: { text: 'skip', colour: 90 },
};

const markWidth = 6;
const narrowest = 40;
/** Longer lines are hard to read. */
const widest = 120;

/** The report for people: a heading for each area, a line for each finding, and below it what to do. */
export function renderReport(report: Report, paper: Paper): string {
  const width = Math.min(Math.max(paper.width, narrowest), widest);
  const paint = (text: string, colour: number) =>
    paper.hasColour ? `\u001B[${colour}m${text}\u001B[0m` : text;
  const nameWidth = Math.max(...report.findings.map((finding) => nameOf(finding).length), 0) + 2;
  const lines: string[] = [];
  let area: Area | null = null;
  for (const finding of report.findings) {
    if (finding.area !== area) {
      if (area !== null) lines.push('');
      area = finding.area;
      lines.push(paint(headings[area], 1));
    }
    lines.push(...findingLines(finding, { width, nameWidth, paint }));
  }
  return [...lines, '', summary(report, paint)].join('\n');
}

function findingLines(
  finding: Finding,
  layout: {
    readonly width: number;
    readonly nameWidth: number;
    readonly paint: (text: string, colour: number) => string;
  },
): readonly string[] {
  const { width, nameWidth, paint } = layout;
  const { text, colour } = marks[finding.state];
  // On a narrow terminal the name of a check takes a line of its own.
  const isNarrow = width < markWidth + nameWidth + narrowest;
  const indent = 2 + markWidth + (isNarrow ? 0 : nameWidth);
  const room = width - indent;
  const name = nameOf(finding);
  const mark = `  ${paint(text, colour)}${' '.repeat(markWidth - text.length)}`;
  const [first = '', ...rest] = wrapText(finding.found, room);
  const fix = finding.fix === null ? [] : wrapText(finding.fix, room - 3);
  return [
    ...(isNarrow ? [`${mark}${name}`] : [`${mark}${name.padEnd(nameWidth)}${first}`]),
    ...(isNarrow ? [first, ...rest] : rest).map((line) => `${' '.repeat(indent)}${line}`),
    ...fix.map(
      (line, at) => `${' '.repeat(indent)}${paint(`${at === 0 ? '-> ' : '   '}${line}`, 36)}`,
    ),
  ];
}

/** Behind the area, which is the heading. */
function nameOf({ check, area }: Finding): string {
  return check.slice(area.length + 1);
}

function summary(
  { counts, status, tookMs }: Report,
  paint: (text: string, colour: number) => string,
): string {
  const parts = [
    `${counts.ok} ok`,
    counted(counts.warning, 'warning', 'warnings'),
    counted(counts.failure, 'failure', 'failures'),
    `${counts.skipped} skipped`,
  ];
  const state = { healthy: 'ok', degraded: 'warning', unhealthy: 'failure' } as const;
  return `${paint(parts.join(', '), marks[state[status]].colour)}, after ${(tookMs / 1_000).toFixed(1)} s`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
