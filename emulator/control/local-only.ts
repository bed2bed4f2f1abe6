import type { RequestHandler } from 'express';

const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const FORWARDED = ['forwarded', 'x-forwarded-host', 'x-forwarded-for'];

/**
 * The control API hands out people's tokens. It listens on loopback only, and this keeps web pages out as well: a page
 * of another origin, or one whose name was pointed at this machine, does not get through. Nor does what a proxy or a tunnel
 * forwards, which may put our own name into Host.
 */
export const localOnly: RequestHandler = (request, response, next) => {
  const host = request.get('host') ?? '';
  const origin = request.get('origin');
  const isForwarded = FORWARDED.some((name) => request.get(name) !== undefined);
  if (
    isForwarded ||
    !LOCAL_HOST.test(host) ||
    (origin !== undefined && origin !== `http://${host}`)
  ) {
    response.status(403).json({ error: 'The control API answers this machine alone.' });
    return;
  }
  next();
};
