import { randomBytes, randomUUID } from 'node:crypto';
import { Router } from 'express';
import { createAccountsControl } from './control/entra/accounts-control.js';
import { createAppsControl } from './control/entra/apps-control.js';
import { createConsentsControl } from './control/entra/consents-control.js';
import { createSignInControl } from './control/entra/sign-in-control.js';
import { createTokensControl } from './control/entra/tokens-control.js';
import { createDirectoryActions } from './directory/directory-actions.js';
import type { EmulatorCore } from './emulator-core.js';
import { createAccessTokens, type AccessTokens } from './entra/access-tokens.js';
import type { Caller } from './entra/caller.js';
import { createEntraRouter } from './entra/entra-router.js';
import { createFlowStore } from './entra/flow/flow-store.js';
import { createOrderOfEvents } from './entra/keys/order-of-events.js';
import { createTokenSigner } from './entra/keys/token-signer.js';
import { createLogoutRouter } from './entra/pages/logout-router.js';
import { createSignInRouter } from './entra/pages/sign-in-router.js';
import { checkStillGranted } from './entra/people/revocations.js';
import { createSignInLog } from './entra/sign-in-log.js';
import { createTokenTrouble } from './entra/token-trouble.js';
import type { TokenService } from './entra/token/token-service.js';
import type { Faults } from './graph/faults.js';
import type { SettingsHolder } from './settings.js';

/** Entra ID of an emulator: its endpoints and pages, its part of the control API, and Graph's check of tokens. */
export interface EntraParts {
  /** What clients call. */
  readonly endpoints: Router;
  /** What people see; also on the plain port. */
  readonly pages: Router;
  readonly control: Router;
  readonly tokens: AccessTokens;
  /** The caller behind a token; throws `InvalidToken`. */
  verify(token: string): Promise<Caller>;
}

export function createEntraParts(options: {
  readonly core: EmulatorCore;
  readonly settings: SettingsHolder;
  readonly faults: Faults;
  /** Of the token endpoint and of Graph. */
  readonly origin: string;
  /** Of the plain http listener. */
  httpOrigin(): string;
  readonly now: () => Date;
  readonly monotonicMs: () => number;
}): EntraParts {
  const { core, settings, origin, now } = options;
  const { tenant, keys, state, store } = core;
  const nextOrder = createOrderOfEvents(() => Date.now());
  const signer = createTokenSigner({ tenant, keys, now, nextOrder });
  const tokens = createAccessTokens({ tenant, keys, signer, audience: origin, now });
  const service: TokenService = {
    origin,
    pagesOrigin: () => (settings.get().signInPages === 'http' ? options.httpOrigin() : origin),
    tenant,
    state: state.entra,
    apps: state.apps,
    people: state.people,
    keys,
    signer,
    tokens,
    log: createSignInLog(),
    settings: settings.get,
    now,
    nextOrder,
    newSecret: () => randomBytes(48).toString('base64url'),
    newGuid: () => randomUUID(),
    commit: () => store.commit(),
  };
  const verify = async (token: string): Promise<Caller> => {
    const caller = await tokens.verify(token);
    checkStillGranted(service, caller);
    return caller;
  };
  const context = core.outlook;
  const directory = createDirectoryActions(core.directory);
  const pages = Router();
  pages.use(createSignInRouter(service, createFlowStore(now)));
  pages.use(createLogoutRouter(service));
  const control = Router();
  control.use(createAppsControl(service));
  control.use(createAccountsControl({ service, context, directory }));
  control.use(createConsentsControl(service, context));
  control.use(createSignInControl(service, context));
  control.use(createTokensControl(service, context));
  return {
    endpoints: createEntraRouter({
      service,
      trouble: createTokenTrouble(options.faults, { now, monotonicMs: options.monotonicMs }),
      verify,
    }),
    pages,
    control,
    tokens,
    verify,
  };
}
