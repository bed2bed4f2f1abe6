import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/config/secret.js';
import { toRedisConnection } from '../../../src/tasks/connect-redis.js';

const plain = {
  host: 'redis',
  port: 6379,
  username: null,
  password: null,
  tls: false,
  ca: null,
  db: 0,
};

describe('the configured Redis', () => {
  it('is connected to with everything that was configured', () => {
    const configured = {
      ...plain,
      username: 'u',
      password: new Secret('p@ss'),
      tls: true,
      ca: 'PEM',
      db: 3,
    };
    expect(toRedisConnection(configured)).toEqual({
      host: 'redis',
      port: 6379,
      username: 'u',
      password: 'p@ss',
      tls: true,
      ca: 'PEM',
      db: 3,
    });
  });

  it('is connected to without user and password where there are none', () => {
    expect(toRedisConnection(plain)).toMatchObject({ username: undefined, password: undefined });
  });
});
