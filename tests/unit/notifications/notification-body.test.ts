import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNotificationBody } from '../../../src/notifications/notification-body.js';

const change = {
  subscriptionId: 's',
  clientState: 'secret',
  changeType: 'updated',
  resource: 'users/u/messages/m',
  tenantId: 't',
  resourceData: { '@odata.etag': 'W/"1"', id: 'm' },
};

describe('what Graph posts', () => {
  it('is read item by item; one that says nothing does not cost the others', () => {
    const lifecycle = { subscriptionId: 's', clientState: 'secret', lifecycleEvent: 'missed' };
    const body = parseNotificationBody({
      value: [
        change,
        7,
        { ...change, changeType: 'renamed' },
        lifecycle,
        { ...change, resource: '..' },
      ],
      validationTokens: ['token'],
    });
    expect(body?.malformed).toBe(3);
    expect(body?.validationTokens).toEqual(['token']);
    expect(body?.items).toEqual([
      {
        kind: 'change',
        subscriptionId: 's',
        clientState: 'secret',
        tenantId: 't',
        changeType: 'updated',
        path: ['users', 'u', 'messages', 'm'],
        resourceId: 'm',
        version: 'W/"1"',
        encrypted: null,
      },
      { kind: 'lifecycle', subscriptionId: 's', clientState: 'secret', event: 'missed' },
    ]);
  });

  it('has a version by its etag, else by its own id, else none', () => {
    const versionOf = (item: object) => {
      const [first] = parseNotificationBody({ value: [item] })?.items ?? [];
      return first?.kind === 'change' ? first.version : 'no change';
    };
    expect(versionOf(change)).toBe('W/"1"');
    expect(versionOf({ ...change, id: 'n', resourceData: { id: 'm' } })).toBe('n');
    expect(versionOf({ ...change, resourceData: null })).toBeNull();
  });

  it('is not lost for encrypted content that cannot be read, nor for a capital', () => {
    const item = { ...change, changeType: 'Updated', encryptedContent: { data: '<>' } };
    expect(parseNotificationBody({ value: [item] })?.items).toMatchObject([
      { changeType: 'updated', encrypted: null },
    ]);
  });

  it('is not lost for what is only helpful', () => {
    const item = { ...change, id: 7, tenantId: {}, resourceData: { '@odata.etag': 7, id: null } };
    const body = parseNotificationBody({ value: [item, { ...change, resourceData: [7] }] });
    expect(body?.items).toMatchObject([
      { resourceId: 'm', version: null, tenantId: null },
      { resourceId: 'm', version: null },
    ]);
  });

  it('never breaks the parser', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const body = parseNotificationBody(json);
        expect(body === null || body.items.length >= 0).toBe(true);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.record(
            {
              subscriptionId: fc.anything(),
              clientState: fc.anything(),
              changeType: fc.constantFrom('created', 'updated', 'deleted', 'x'),
              lifecycleEvent: fc.constantFrom('missed', 'x'),
              resource: fc.anything(),
              resourceData: fc.anything(),
              encryptedContent: fc.anything(),
            },
            { requiredKeys: [] },
          ),
        ),
        (value) => {
          const body = parseNotificationBody({ value });
          expect((body?.items.length ?? 0) + (body?.malformed ?? 0)).toBe(value.length);
        },
      ),
    );
  });
});
