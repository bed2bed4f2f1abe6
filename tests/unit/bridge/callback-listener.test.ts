import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openCallbackListener,
  type CallbackListener,
} from '../../../bridge/src/callback-listener.js';

let listener: CallbackListener;
beforeEach(async () => {
  listener = await openCallbackListener(0);
});
afterEach(() => listener.close());

const comeBack = async (query: string): Promise<number> =>
  (await fetch(`${listener.redirectUrl}?${query}`)).status;

describe('the way back of a login', () => {
  it('is taken once, by the login that waits for it', async () => {
    const code = listener.code('mine', 10_000);
    expect(await comeBack('state=another&code=evil')).toBe(404);
    expect(await comeBack('code=evil')).toBe(404);
    expect(await comeBack('state=mine&code=good')).toBe(200);
    expect(await comeBack('state=mine&code=again')).toBe(404);
    expect(await code).toBe('good');
  });

  it('says why there is no code', async () => {
    const refused = expect(listener.code('mine', 10_000)).rejects.toThrow('refused: access_denied');
    expect(await comeBack('state=mine&error=access_denied')).toBe(400);
    await refused;
  });

  it('ends when nobody comes', async () => {
    await expect(listener.code('mine', 10)).rejects.toThrow('within the time');
    expect(await comeBack('state=mine&code=late')).toBe(404);
  });

  it('leads to this machine alone', () => {
    expect(new URL(listener.redirectUrl).hostname).toBe('127.0.0.1');
  });
});
