import { describe, expect, it } from 'vitest';
import { linkIn } from '../../../src/mcp/results/link-in.js';

const url = 'https://tandem.example/api/mail/messages/1/attachments/2/content';

describe('the link in an answer about a file', () => {
  it('leads to its address, under its name and with its type', () => {
    const attachment = { id: '2', url, name: 'Plan.pdf', contentType: 'application/pdf' };
    expect(linkIn({ attachment }, 'attachment')).toEqual([
      { type: 'resource_link', uri: url, name: 'Plan.pdf', mimeType: 'application/pdf' },
    ]);
    expect(linkIn({ item: { url } }, 'item')).toEqual([
      { type: 'resource_link', uri: url, name: url },
    ]);
  });

  it('is not there where the operation has none, or the file has no address', () => {
    expect(linkIn({ attachment: { url } }, undefined)).toEqual([]);
    expect(linkIn({ attachment: { name: 'x' } }, 'attachment')).toEqual([]);
    expect(linkIn({ dryRun: { effect: 'x' } }, 'attachment')).toEqual([]);
  });
});
