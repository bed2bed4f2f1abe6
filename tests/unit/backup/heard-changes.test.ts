import { describe, expect, it } from 'vitest';
import { HeardChanges } from '../../../src/backup/heard-changes.js';
import { aDocument, aTaskLine, taskId } from './a-backup.js';

const since = Date.parse('2026-06-01T10:00:00.000Z');
const later = '2026-06-01T10:00:01.000Z';
const deleted = (at: string) => ({ document: aDocument({ rev: 4 }), plannerId: 'p', at });

function heardOf(...revisions: number[]): HeardChanges {
  const heard = new HeardChanges(since);
  heard.hear({
    key: 'tasks:stream',
    type: 'stream',
    value: revisions.map((rev) => [
      `${rev}-0`,
      ['event', JSON.stringify({ action: 'updated', task_id: taskId, rev })],
    ]),
  });
  return heard;
}

describe('a change that came after the events of a backup were read', () => {
  it('is told as what it was', () => {
    const updated = aTaskLine({ document: aDocument({ updatedAt: later }) });
    expect(heardOf(1, 2).missing(updated)).toMatchObject({ action: 'updated', rev: 3, at: later });
    const created = aTaskLine({ document: aDocument({ createdAt: later, updatedAt: later }) });
    expect(heardOf().missing(created)).toMatchObject({ action: 'created', task_id: taskId });
    const gone = aTaskLine({ tombstone: deleted(later) });
    expect(heardOf(3).missing(gone)).toMatchObject({ action: 'deleted', rev: 4, source: 'system' });
  });

  it('is told too when it was stamped a moment before', () => {
    const line = aTaskLine({ document: aDocument({ updatedAt: '2026-06-01T09:59:59.990Z' }) });
    expect(heardOf(2).missing(line)).toMatchObject({ rev: 3 });
  });

  it('is none when its event is in the backup', () => {
    const line = aTaskLine({ document: aDocument({ updatedAt: later }) });
    expect(heardOf(2, 3).missing(line)).toBeNull();
    expect(heardOf(4).missing(aTaskLine({ tombstone: deleted(later) }))).toBeNull();
  });

  it('is none when it is so old that its event was trimmed', () => {
    expect(heardOf().missing(aTaskLine({ document: aDocument() }))).toBeNull();
    const gone = aTaskLine({ tombstone: deleted('2026-05-03T00:00:00Z') });
    expect(heardOf().missing(gone)).toBeNull();
  });

  it('is not looked for in what is no event', () => {
    const heard = new HeardChanges(since);
    heard.hear({
      key: 'tasks:stream',
      type: 'stream',
      value: [
        ['1-0', ['event', '{']],
        ['2-0', []],
      ],
    });
    expect(heard.missing(aTaskLine({ document: aDocument({ updatedAt: later }) }))).not.toBeNull();
  });
});
