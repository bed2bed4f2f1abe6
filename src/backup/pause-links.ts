import type { KeyContent } from './backup-line.js';

/** The linked plans with every one that was on now paused. What is no link is left as it is. Pure. */
export function pauseLinks(content: KeyContent): KeyContent {
  if (content.type !== 'hash') return content;
  return {
    ...content,
    value: content.value.map(([planId, link]) => [
      planId,
      typeof link === 'string' ? pauseLink(link) : link,
    ]),
  };
}

function pauseLink(json: string): string {
  try {
    const link: unknown = JSON.parse(json);
    const isOn = typeof link === 'object' && link !== null && 'mode' in link && link.mode === 'on';
    return isOn ? JSON.stringify({ ...link, mode: 'paused' }) : json;
  } catch {
    return json;
  }
}
