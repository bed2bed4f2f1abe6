import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createConfiguredKeys } from '../../../src/http/configured-keys.js';
import { createRequestGuard } from '../../../src/http/request-guard.js';

const secret = 'k'.repeat(32);
const open = createRequestGuard({ authenticators: null });
const locked = createRequestGuard({
  authenticators: [
    createConfiguredKeys([
      { name: 'writer', secret },
      { name: 'reader', secret: 'r'.repeat(32) },
    ]),
  ],
});

describe('without keys', () => {
  it.each([
    'localhost',
    'localhost:8000',
    '127.0.0.1:8000',
    '127.9.9.9',
    '[::1]:8000',
    'LOCALHOST',
  ])('accepts the host %s', (host) => {
    expect(() => open.checkOrigin(request({ host }))).not.toThrow();
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.0.0.1',
    'localhost:8000@evil.example',
    '',
  ])('refuses the host %j: a page could have rebound its name to us', (host) => {
    expect(() => open.checkOrigin(request({ host }))).toThrow(/Host/);
  });

  it('refuses a request without host', () => {
    expect(() => open.checkOrigin(request({}))).toThrow(/Host/);
  });

  it.each(['https://evil.example', 'null', 'file://', 'http://localhost.evil.example'])(
    'refuses the origin %s',
    (origin) => {
      expect(() => open.checkOrigin(request({ host: 'localhost', origin }))).toThrow(/other sites/);
    },
  );

  it('refuses what a tunnel forwards under our own name', () => {
    const forwarded = (name: string) => request({ host: 'localhost', 'x-forwarded-host': name });
    expect(() => open.checkOrigin(forwarded('abc.devtunnels.ms'))).toThrow(/X-Forwarded-Host/);
    expect(() => open.checkOrigin(forwarded('localhost, evil.example'))).toThrow(/X-Forwarded/);
    expect(() => open.checkOrigin(forwarded('localhost:8000'))).not.toThrow();
  });

  it.each([
    { 'x-forwarded-for': '203.0.113.7' },
    { 'x-forwarded-for': '127.0.0.1, 2001:db8::1' },
    { 'x-real-ip': '10.0.0.8' },
    { 'cf-connecting-ip': '203.0.113.7' },
    { forwarded: 'for=203.0.113.7' },
    { forwarded: 'for="[2001:db8::1]:4711"' },
    { forwarded: 'for=127.0.0.1;host=abc.example, for=unknown' },
    { forwarded: 'proto=https; host="abc.example"' },
  ])('refuses what comes from elsewhere though the host is not said: %j', (headers) => {
    expect(() => open.checkOrigin(request({ host: 'localhost', ...headers }))).toThrow(
      /only this machine is served/,
    );
    expect(() => locked.checkOrigin(request({ host: 'localhost', ...headers }))).not.toThrow();
  });

  it.each([
    { 'x-forwarded-for': '127.0.0.1, ::1, ::ffff:127.0.0.1' },
    { 'x-forwarded-for': '127.0.0.1:50123' },
    { forwarded: 'for=127.0.0.1;host=localhost:8000;proto=http' },
    { forwarded: 'for="[::1]:4711"' },
  ])('accepts what a proxy on this machine forwards for this machine: %j', (headers) => {
    expect(() => open.checkOrigin(request({ host: 'localhost', ...headers }))).not.toThrow();
  });

  it('accepts pages of this machine', () => {
    const headers = { host: 'localhost:8000', origin: 'http://127.0.0.1:8444' };
    expect(() => open.checkOrigin(request(headers))).not.toThrow();
  });

  it('takes the name from X-Agent-Name, and nobody where there is none', () => {
    expect(actorOf(open, request({ 'x-agent-name': ' planner-bot ' }))).toBe('planner-bot');
    expect(actorOf(open, request({}))).toBeNull();
    expect(actorOf(open, request({ 'x-agent-name': ' ' }))).toBeNull();
  });

  it('refuses a name longer than 64 characters', () => {
    const headers = { 'x-agent-name': 'n'.repeat(65) };
    expect(() => open.authenticate(request(headers))).toThrow(/X-Agent-Name/);
  });
});

describe('with keys', () => {
  it('names the caller by the key', () => {
    expect(actorOf(locked, request({ authorization: `Bearer ${secret}` }))).toBe('writer');
    expect(actorOf(locked, request({ authorization: `bearer  ${secret} ` }))).toBe('writer');
  });

  it('does not believe X-Agent-Name', () => {
    const headers = { authorization: `Bearer ${secret}`, 'x-agent-name': 'somebody' };
    expect(actorOf(locked, request(headers))).toBe('writer');
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    `Basic ${secret}`,
    secret,
    `Bearer ${secret}x`,
    `Bearer ${secret.slice(1)}`,
  ])('refuses %j', (authorization) => {
    const headers = authorization === undefined ? {} : { authorization };
    expect(() => locked.authenticate(request(headers))).toThrow(/Bearer|not known/);
  });

  it('accepts any host, but no page of another site', () => {
    expect(() => locked.checkOrigin(request({ host: 'tandem.example' }))).not.toThrow();
    const own = { host: 'tandem.example', origin: 'https://tandem.example' };
    expect(() => locked.checkOrigin(request(own))).not.toThrow();
    const foreign = { host: 'tandem.example', origin: 'https://evil.example' };
    expect(() => locked.checkOrigin(request(foreign))).toThrow(/other sites/);
  });
});

function actorOf(guard: typeof open, message: IncomingMessage): string | null {
  const caller = guard.authenticate(message);
  if (caller instanceof Promise) throw new Error('It should be known at once');
  return caller.actor;
}

function request(headers: Record<string, string>): IncomingMessage {
  const message = new IncomingMessage(new Socket());
  Object.assign(message.headers, headers);
  return message;
}
