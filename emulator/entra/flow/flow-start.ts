import { EntraFailure } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import type { SessionRecord } from '../entra-state.js';
import { sessionsOf } from '../people/sessions.js';
import { personNamed } from '../people/sign-in-records.js';
import type { RequestedScopes } from '../scopes/requested-scopes.js';
import type { AppRegistration } from '../directory.js';
import type { FlowPurpose, FlowStep, SignInFlow } from './sign-in-flow.js';

/** A sign-in at its beginning: whoever is signed in already in this browser is taken, where only one can be meant. */
export function beginFlow(
  service: EntraService,
  wanted: {
    readonly browser: string;
    readonly purpose: FlowPurpose;
    readonly app: AppRegistration;
    readonly scopes: RequestedScopes;
  },
): SignInFlow {
  const flow: SignInFlow = {
    ...wanted,
    id: service.newSecret(),
    startedAt: service.now().getTime(),
    person: null,
    session: null,
    isMfa: false,
    isConfirmed: false,
    isConsented: false,
    refusal: null,
  };
  const session = meantSession(service, flow);
  if (session !== undefined) {
    flow.session = session;
    flow.person = service.people.get(session.personId) ?? null;
  }
  return flow;
}

/** The sessions of the flow's browser that conditional access does not find too old. */
export function usableSessions(service: EntraService, flow: SignInFlow): readonly SessionRecord[] {
  const { signInFrequencySeconds } = service.settings();
  const oldest =
    signInFrequencySeconds === 0
      ? Number.NEGATIVE_INFINITY
      : service.now().getTime() - signInFrequencySeconds * 1000;
  return sessionsOf(service, flow.browser).filter(({ signedInAt }) => signedInAt > oldest);
}

/** `prompt=none`: what the client is told when a page would be needed. */
export function pageNeeded(service: EntraService, flow: SignInFlow, step: FlowStep): EntraFailure {
  switch (step.kind) {
    case 'signIn':
      return usableSessions(service, flow).length > 1
        ? refused(
            'interaction_required',
            16000,
            'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
          )
        : refused(
            'login_required',
            50058,
            'A silent sign-in request was sent but no user is signed in.',
          );
    case 'secondFactor':
      return refused(
        'interaction_required',
        step.isNew ? 50079 : 50076,
        "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
      );
    case 'confirmDevice':
    case 'consent':
    case 'adminApproval':
      return refused(
        'consent_required',
        65001,
        `The user or administrator has not consented to use the application with ID '${flow.app.appId}' named '${flow.app.displayName}'. Send an interactive authorization request for this user and resource.`,
      );
    case 'refused':
      return step.failure;
    case 'done':
      return refused('server_error', 90033, 'A transient error has occurred. Please try again.');
  }
}

function meantSession(service: EntraService, flow: SignInFlow): SessionRecord | undefined {
  const { purpose } = flow;
  if (purpose.kind === 'device') return undefined;
  const { prompt, loginHint } = purpose.request;
  if (prompt === 'login' || prompt === 'select_account') return undefined;
  const sessions = usableSessions(service, flow);
  if (loginHint === null) return sessions.length === 1 ? sessions[0] : undefined;
  const hinted = personNamed(service, loginHint);
  return sessions.find(({ personId }) => personId === hinted?.id);
}

function refused(error: string, number: number, text: string): EntraFailure {
  return new EntraFailure(400, error, number, text);
}
