import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeText,
  isTextType,
  readStart,
} from '../../../../src/operations/mail/files/text-of-bytes.js';
import { cutText } from '../../../../src/operations/mail/text/cut-text.js';
import {
  renderMarkdown,
  renderText,
} from '../../../../src/operations/mail/text/render-markdown.js';
import { beforeQuote } from '../../../../src/operations/mail/written-body.js';

const loneHalf = /\p{Cs}/u;

describe('A long text', () => {
  it('read part by part is the whole text, and no character is cut apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 2, max: 40 }),
        (text, maxLength) => {
          let read = '';
          let offset: number | undefined = 0;
          const bodies: string[] = [];
          while (offset !== undefined) {
            const part = cutText(text, { offset, maxLength });
            bodies.push(part.body);
            read += part.body;
            offset = part.nextOffset;
          }
          if (!loneHalf.test(text)) expect(bodies.some((body) => loneHalf.test(body))).toBe(false);
          expect(read).toBe(text);
        },
      ),
    );
  });
});

describe('What a caller writes', () => {
  it('becomes HTML without any tag of its own', () => {
    expect(renderMarkdown('**a**\nb <img src=x> [x](javascript:alert)')).toBe(
      '<p><strong>a</strong><br>\nb &lt;img src=x&gt; [x](javascript:alert)</p>\n',
    );
    expect(renderText('a <b>\n&')).toBe('<p>a &lt;b&gt;<br>&amp;</p>');
  });

  it('stands before what it answers, in the body', () => {
    const { content } = beforeQuote(
      'Yes',
      'text',
      '<html><body lang="de"><p>No?</p></body></html>',
    );
    expect(content).toBe('<html><body lang="de"><p>Yes</p><br><p>No?</p></body></html>');
    expect(beforeQuote('Yes', 'text', 'No?').content).toBe('<p>Yes</p><br>No?');
  });
});

describe('The bytes of a file', () => {
  it('are text by their type', () => {
    for (const type of ['text/csv', 'application/json', 'application/ld+json', 'message/rfc822']) {
      expect(isTextType(`${type}; charset=utf-8`)).toBe(true);
    }
    for (const type of ['application/pdf', 'image/png', '', 'application/octet-stream']) {
      expect(isTextType(type)).toBe(false);
    }
  });

  it('are read in UTF-8, in the charset that is said, or as browsers would', () => {
    expect(decodeText(Buffer.from('Grüße'), 'text/plain')).toBe('Grüße');
    expect(decodeText(Buffer.from('Grüße', 'latin1'), 'text/plain; charset=iso-8859-1')).toBe(
      'Grüße',
    );
    expect(decodeText(Buffer.from('Grüße', 'latin1'), 'text/plain; charset=made-up')).toBe('Grüße');
    expect(decodeText(Buffer.from('\ufeffab', 'utf16le'), 'text/plain')).toBe('ab');
    expect(decodeText(Buffer.from('Grü').subarray(0, 3), 'text/plain')).toBe('Gr');
  });

  it('are read as far as is wanted, and the rest is left', async () => {
    let isCancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(10)),
      cancel: () => {
        isCancelled = true;
      },
    });
    const { bytes, isWhole } = await readStart(stream, 25);
    expect([bytes.length, isWhole, isCancelled]).toEqual([25, false, true]);
  });
});
