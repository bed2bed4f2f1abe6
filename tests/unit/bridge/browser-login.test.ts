import { expect, it } from 'vitest';
import { createBrowserLogin } from '../../../bridge/src/browser-login.js';

const loginThat = (shown: string[]) =>
  createBrowserLogin({
    kept: { read: () => ({}), change: () => undefined, forget: () => undefined },
    listener: {
      redirectUrl: 'http://127.0.0.1:1/callback',
      code: () => Promise.resolve('code'),
      close: () => undefined,
    },
    show: (url) => {
      shown.push(url.href);
      return Promise.resolve();
    },
  });

it.each(['file:///etc/passwd', 'ms-msdt:/id', 'smb://evil.example/x', 'http://evil.example/'])(
  'the bridge does not open %s, whatever a server says',
  async (address) => {
    const shown: string[] = [];
    await expect(loginThat(shown).redirectToAuthorization(new URL(address))).rejects.toThrow(
      /not opened/,
    );
    expect(shown).toEqual([]);
  },
);

it.each(['https://tandem.example.com/oauth', 'http://localhost:8000/oauth'])(
  'the bridge shows %s',
  async (address) => {
    const shown: string[] = [];
    await loginThat(shown).redirectToAuthorization(new URL(address));
    expect(shown).toEqual([address]);
  },
);
