import { Router } from 'express';
import { z } from 'zod';
import {
  walkSignIn,
  type SignInOutcome,
  type WalkedSignIn,
} from '../../entra/flow/walk-sign-in.js';
import type { EntraService } from '../../entra/entra-service.js';
import type { TenantContext } from '../../graph/tenant-context.js';
import { personCalled } from '../people/person-called.js';

const signInSchema = z
  .strictObject({
    /** The address of `/authorize` that the client would have opened. */
    url: z.string().exactOptional(),
    /** What the device shows. */
    userCode: z.string().exactOptional(),
    person: z.string(),
    /** Left out, the right one is typed. */
    password: z.string().exactOptional(),
    secondFactor: z.enum(['approve', 'deny']).default('approve'),
    consent: z.enum(['accept', 'decline', 'organisation']).default('accept'),
    /** The same text is the same browser: whoever signed in there before is signed in. */
    browser: z.string().min(1).exactOptional(),
  })
  .refine(({ url, userCode }) => (url === undefined) !== (userCode === undefined), {
    error: 'either url or userCode is needed',
  });

/** `POST /sign-in`: what a person does on the pages, without a browser. */
export function createSignInControl(service: EntraService, context: TenantContext): Router {
  const router = Router();
  router.post('/sign-in', (request, response) => {
    const {
      url,
      userCode,
      person: name,
      password,
      browser,
      ...rest
    } = signInSchema.parse(request.body);
    const person = personCalled(context, name);
    const walked: WalkedSignIn = {
      ...rest,
      target:
        url === undefined
          ? { kind: 'device', userCode: userCode ?? '' }
          : { kind: 'authorize', url },
      who: person?.id ?? name,
      password: password ?? null,
      browser: browser ?? null,
    };
    const outcome: SignInOutcome = walkSignIn(service, walked);
    service.commit();
    response.set('Cache-Control', 'no-store').json(outcome);
  });

  router.get('/sign-ins', (request, response) => {
    const since = Number(request.query['since'] ?? 0);
    response.json({ signIns: service.log.read(Number.isInteger(since) ? since : 0) });
  });
  router.delete('/sign-ins', (_request, response) => {
    service.log.clear();
    response.status(204).end();
  });
  return router;
}
