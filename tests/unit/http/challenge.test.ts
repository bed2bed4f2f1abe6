import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/domain/problem.js';
import { challengeOf } from '../../../src/http/challenge.js';

describe('the challenge beside a refusal', () => {
  it('stays one header with sound attributes, whatever the detail says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (detail) => {
        const message = new IncomingMessage(new Socket());
        message.headers.authorization = 'Bearer x';
        const problem = new ProblemError('unauthorized', detail);
        const [name, value] = challengeOf(problem, message);
        expect(name).toBe('WWW-Authenticate');
        expect(value).toMatch(
          /^Bearer realm="tandem", error="invalid_token"(, error_description="[ !#-[\]-~]+")?$/,
        );
      }),
    );
  });

  it('is not there for other refusals', () => {
    const message = new IncomingMessage(new Socket());
    expect(challengeOf(new ProblemError('read_only', 'x'), message)).toEqual([]);
    expect(challengeOf(new ProblemError('not_found', 'x'), message)).toEqual([]);
  });
});
