import { describe, expect, it } from 'vitest';
import { toRedisConnection } from '../../../src/composition/redis-connection.js';
import { Secret } from '../../../src/config/secret.js';

const plain = {
  host: 'redis',
  port: 6379,
  username: null,
  password: null,
  tls: false,
  db: 0,
  namespace: 'n',
};

describe('toRedisConnection', () => {
  it.each([
    [{}, 'redis://redis:6379/0'],
    [{ tls: true, db: 3 }, 'rediss://redis:6379/3'],
    [{ host: '::1' }, 'redis://[::1]:6379/0'],
    [{ password: new Secret('p@ss/w:rd%') }, 'redis://:p%40ss%2Fw%3Ard%25@redis:6379/0'],
    [{ username: 'u', password: new Secret('p') }, 'redis://u:p@redis:6379/0'],
  ])('says all of %j in one URL', (part, url) => {
    expect(toRedisConnection({ ...plain, ...part })).toEqual({ url });
  });
});
