import { EntraFailure } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import { changeSignIn, personNamed, signInOf } from '../people/sign-in-records.js';
import { checkEnabled, checkPassword, noSuchPerson } from '../people/standing.js';
import { addConsent, ORGANISATION } from '../scopes/consents.js';
import { usableSessions } from './flow-start.js';
import { nextStep } from './next-step.js';
import type { FlowInput, FlowStep, SignInFlow } from './sign-in-flow.js';

/**
 * Takes a person's input at the step that the flow is at, and answers the next one; input for another step changes
 * nothing. Throws `EntraFailure` for a sign-in that failed and may be tried again.
 */
export function advanceFlow(service: EntraService, flow: SignInFlow, input: FlowInput): FlowStep {
  const step = nextStep(service, flow);
  if (step.kind === 'done') return step;
  if (input.kind === 'cancel') flow.refusal = declined();
  else if (input.kind === 'signIn' && step.kind === 'signIn') signIn(service, flow, input);
  else if (input.kind === 'secondFactor' && step.kind === 'secondFactor') {
    if (!input.isApproved) throw factorDenied();
    flow.isMfa = true;
    const { mfa } = signInOf(service, step.person.id);
    if (mfa === 'enrol') changeSignIn(service, step.person.id, { mfa: 'registered' });
  } else if (input.kind === 'confirmDevice' && step.kind === 'confirmDevice') {
    if (input.isConfirmed) flow.isConfirmed = true;
    else flow.refusal = declined();
  } else if (input.kind === 'consent' && step.kind === 'consent') {
    if (!input.isAccepted) flow.refusal = declined();
    else {
      const isForAll = input.isForAll && step.mayConsentForAll;
      const principalId = isForAll ? ORGANISATION : step.person.id;
      addConsent(service, flow.app.appId, principalId, step.permissions);
      flow.isConsented = true;
    }
  }
  return nextStep(service, flow);
}

/** A person who is signed in already in this browser need not say her password again, unless the request wants it. */
function signIn(
  service: EntraService,
  flow: SignInFlow,
  { who, password }: Extract<FlowInput, { kind: 'signIn' }>,
): void {
  const person = service.people.get(who) ?? personNamed(service, who);
  if (person === undefined) throw noSuchPerson(who, service.tenant.domain);
  const session = usableSessions(service, flow).find(({ personId }) => personId === person.id);
  const mustProve = flow.purpose.kind === 'authorize' && flow.purpose.request.prompt === 'login';
  if (session !== undefined && !mustProve) {
    flow.session = session;
  } else if (password === null) {
    checkEnabled(person);
  } else {
    checkPassword(service, person, password);
  }
  flow.person = person;
}

function declined(): EntraFailure {
  return new EntraFailure(
    400,
    'access_denied',
    65004,
    'User declined to consent to access the app.',
  ).with({ suberror: 'cancel' });
}

function factorDenied(): EntraFailure {
  return new EntraFailure(
    400,
    'access_denied',
    500121,
    'Authentication failed during strong authentication request.',
  );
}
