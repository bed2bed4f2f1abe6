import { Router } from 'express';
import { decodeJwt } from 'jose';
import { findRedirectUri } from '../authorize/redirect-uri.js';
import type { AppRegistration } from '../directory.js';
import type { EntraService } from '../entra-service.js';
import { endSessions } from '../people/sessions.js';
import { readBrowser } from './browser-cookie.js';
import { messagePage } from './plain-pages.js';
import { sendPage } from './send-page.js';

/** `/logout`: signs the browser's people out, and goes back to the client if its address is registered. */
export function createLogoutRouter(service: EntraService): Router {
  const router = Router();
  router.get('/:tenant/oauth2/v2.0/logout', (request, response) => {
    const query = new URL(request.originalUrl, 'http://localhost').searchParams;
    const browser = readBrowser(request);
    if (browser !== undefined) endSessions(service, browser);
    service.commit();
    const wanted = query.get('post_logout_redirect_uri');
    const isKnown =
      wanted !== null &&
      clientsOf(service, query).some((app) => findRedirectUri(app, wanted) !== undefined);
    if (wanted === null || !isKnown) {
      const words = 'It’s a good idea to close all browser windows.';
      sendPage(response, 200, messagePage('You signed out of your account', words));
      return;
    }
    const back = new URL(wanted);
    const state = query.get('state');
    if (state !== null) back.searchParams.set('state', state);
    response.set('Cache-Control', 'no-store').redirect(302, back.href);
  });
  return router;
}

/** The client that asks, as its hint says; without one, any. */
function clientsOf(service: EntraService, query: URLSearchParams): readonly AppRegistration[] {
  const clientId = query.get('client_id') ?? audienceOf(query.get('id_token_hint'));
  if (clientId === null) return [...service.apps.values()];
  const app = service.apps.get(clientId);
  return app === undefined ? [] : [app];
}

function audienceOf(idToken: string | null): string | null {
  if (idToken === null) return null;
  try {
    const { aud } = decodeJwt(idToken);
    return typeof aud === 'string' ? aud : '';
  } catch {
    return '';
  }
}
