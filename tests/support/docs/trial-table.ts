import { jobs } from '../../integration/trial/all-jobs.js';

/** The jobs that a scripted model does in the tests, as Markdown. */
export function trialTable(): string {
  const rows = jobs.map(({ words, profile, of, calls, wrongCalls, mistake }) => [
    words.replaceAll('|', '\\|'),
    `\`${profile}\``,
    of,
    calls,
    `${wrongCalls}: ${mistake}`,
  ]);
  return [
    '| What the person says | Profile | Whose assistant | Calls | Of them wrong at first |',
    '| --- | --- | --- | ---: | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}
