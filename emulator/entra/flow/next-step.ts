import { EntraFailure } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import { checkAccess } from '../people/standing.js';
import { beginSession } from '../people/sessions.js';
import { signInOf } from '../people/sign-in-records.js';
import {
  askedPermissions,
  missingPermissions,
  type MissingPermission,
} from '../scopes/consents.js';
import type { FlowStep, SignInFlow } from './sign-in-flow.js';

/** What is still to be done in a sign-in. Begins the session as soon as the person has proved who she is. */
export function nextStep(service: EntraService, flow: SignInFlow): FlowStep {
  if (flow.refusal !== null) return { kind: 'refused', failure: flow.refusal };
  const { person } = flow;
  if (person === null) return { kind: 'signIn' };
  const { mfa, isAdmin } = signInOf(service, person.id);
  const isMfa = flow.isMfa || flow.session?.isMfa === true;
  if (needsSecondFactor(flow, mfa) && !isMfa) {
    return { kind: 'secondFactor', isNew: mfa === 'enrol', person };
  }
  if (flow.session === null || (isMfa && !flow.session.isMfa)) {
    flow.session = beginSession(service, person, { isMfa, browser: flow.browser });
  }
  const refusal = refusalOf(() => checkAccess(service, person, flow.app));
  if (refusal !== null) return { kind: 'refused', failure: refusal };
  if (flow.purpose.kind === 'device' && !flow.isConfirmed) {
    return { kind: 'confirmDevice', person };
  }
  const permissions = permissionsToAskFor(service, flow, person.id);
  if (permissions !== null) {
    const isAdminNeeded = permissions.some(({ adminOnly }) => adminOnly) && !isAdmin;
    return isAdminNeeded
      ? { kind: 'adminApproval', person, permissions }
      : { kind: 'consent', person, permissions, mayConsentForAll: isAdmin };
  }
  return { kind: 'done', person, session: flow.session };
}

function needsSecondFactor(flow: SignInFlow, mfa: 'none' | 'registered' | 'enrol'): boolean {
  const { purpose } = flow;
  return mfa !== 'none' || (purpose.kind === 'authorize' && purpose.request.needsSecondFactor);
}

/** Null when nothing has to be asked. */
function permissionsToAskFor(
  service: EntraService,
  flow: SignInFlow,
  personId: string,
): readonly MissingPermission[] | null {
  const { app, scopes, purpose } = flow;
  const isAsked = purpose.kind === 'authorize' && purpose.request.prompt === 'consent';
  if (isAsked && !flow.isConsented) return askedPermissions(app, scopes);
  const missing = missingPermissions(service, app, personId, scopes);
  return missing.length === 0 ? null : missing;
}

/** Conditional access refuses a person in words of a browser, not of a grant. */
function refusalOf(check: () => void): EntraFailure | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof EntraFailure)) throw error;
    return new EntraFailure(403, 'access_denied', error.number, error.message);
  }
}
