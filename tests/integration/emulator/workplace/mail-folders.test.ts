import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { codeOf, each, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;
let jonas: Send;

beforeAll(async () => {
  fixture = await startFixture();
  jonas = fixture.as('Jonas');
});
afterAll(() => fixture.close());

async function make(displayName: string, within = '/me/mailFolders', more: object = {}) {
  const { status, body } = await jonas('POST', within, { body: { displayName, ...more } });
  if (status !== 201) throw new Error(`Graph answered ${status}: ${JSON.stringify(body)}`);
  return { body, path: `/me/mailFolders/${keyOf(body)}` };
}
const names = (body: GraphJson) => each(body, 'displayName');
const refusal = ({ status, body }: { status: number; body: GraphJson }) => [status, codeOf(body)];

describe('mail folders', () => {
  it('lie within one another, and say how many', async () => {
    const outer = await make('Customers');
    await make('Contoso', `${outer.path}/childFolders`);
    expect((await jonas('GET', outer.path)).body['childFolderCount']).toBe(1);
    const inner = await jonas('GET', `${outer.path}/childFolders`);
    expect(names(inner.body)).toEqual(['Contoso']);
    expect(rowsOf(inner.body)[0]?.['parentFolderId']).toBe(outer.body['id']);
    const top = await jonas('GET', '/me/mailFolders/msgfolderroot');
    expect(top.body['displayName']).toBe('Top of Information Store');
    expect(outer.body['parentFolderId']).toBe(top.body['id']);
    const all = await jonas('GET', '/me/mailFolders/msgfolderroot/childFolders?$top=100');
    expect(names(all.body)).toContain('Customers');
  });

  it('that are hidden are listed for those who ask', async () => {
    await make('Secret', '/me/mailFolders', { isHidden: true });
    const plain = await jonas('GET', '/me/mailFolders?$top=100');
    expect(names(plain.body)).not.toContain('Secret');
    const asked = await jonas('GET', '/me/mailFolders?$top=100&includeHiddenFolders=true');
    expect(names(asked.body)).toEqual(expect.arrayContaining(['Secret', 'Conversation History']));
  });

  it('are renamed, but not to a name that is taken, and not those that everybody has', async () => {
    const { path } = await make('Old name');
    const renamed = await jonas('PATCH', path, { body: { displayName: 'New name' } });
    expect([renamed.status, renamed.body['displayName']]).toEqual([200, 'New name']);
    const taken = await jonas('PATCH', path, { body: { displayName: 'archive' } });
    expect(refusal(taken)).toEqual([409, 'ErrorFolderExists']);
    const inbox = await jonas('PATCH', '/me/mailFolders/inbox', { body: { displayName: 'x' } });
    expect(refusal(inbox)).toEqual([400, 'ErrorInvalidRequest']);
  });

  it('go to Deleted Items first, and from there for good with what is in them', async () => {
    const { path } = await make('Short-lived');
    const { body } = await jonas('POST', `${path}/messages`, { body: { subject: 'inside' } });
    expect((await jonas('DELETE', path)).status).toBe(204);
    const binned = await jonas('GET', '/me/mailFolders/deleteditems/childFolders');
    expect(names(binned.body)).toEqual(['Short-lived']);
    expect((await jonas('GET', `/me/messages/${keyOf(body)}`)).status).toBe(200);
    expect((await jonas('DELETE', path)).status).toBe(204);
    expect(refusal(await jonas('GET', path))).toEqual([404, 'ErrorItemNotFound']);
    expect((await jonas('GET', `/me/messages/${keyOf(body)}`)).status).toBe(404);
    const own = await jonas('DELETE', '/me/mailFolders/inbox');
    expect(refusal(own)).toEqual([400, 'ErrorDeleteDistinguishedFolder']);
  });

  it('are moved and copied, but not into themselves', async () => {
    const outer = await make('Outer');
    const inner = await make('Inner', `${outer.path}/childFolders`);
    await jonas('POST', `${inner.path}/messages`, { body: { subject: 'inside' } });
    const circle = await jonas('POST', `${outer.path}/move`, {
      body: { destinationId: text(inner.body['id']) },
    });
    expect(refusal(circle)).toEqual([400, 'ErrorMoveCopyFailed']);
    const copied = await jonas('POST', `${outer.path}/copy`, {
      body: { destinationId: 'archive' },
    });
    expect(copied.status).toBe(201);
    const child = await jonas('GET', `/me/mailFolders/${keyOf(copied.body)}/childFolders`);
    expect(rowsOf(child.body)).toMatchObject([{ displayName: 'Inner', totalItemCount: 1 }]);
    const moved = await jonas('POST', `${inner.path}/move`, {
      body: { destinationId: 'msgfolderroot' },
    });
    expect([moved.status, moved.body['id']]).toEqual([201, inner.body['id']]);
    expect((await jonas('GET', outer.path)).body['childFolderCount']).toBe(0);
  });
});
