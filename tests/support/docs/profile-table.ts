import { profileNames } from '../../../src/domain/tools/profile.js';
import { sizeOf } from './count-tokens.js';

/** The sizes of all profiles, as Markdown. */
export function profileTable(): string {
  const rows = profileNames.map((name) => {
    const full = sizeOf(name);
    const reading = sizeOf(`${name}-readonly`);
    return [`\`${name}\``, full.tools, full.tokens, reading.tools, reading.tokens];
  });
  return [
    '| Profile | Tools | Tokens | Tools, `-readonly` | Tokens, `-readonly` |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}
