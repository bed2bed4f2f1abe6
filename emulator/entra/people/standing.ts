import type { AppRegistration, Person } from '../directory.js';
import { EntraFailure } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import { isPassword, signInOf } from './sign-in-records.js';

/** Whether the password is right and may be used; throws what Entra says otherwise. */
export function checkPassword(service: EntraService, person: Person, password: string): void {
  const record = signInOf(service, person.id);
  if (record.passwordState === 'locked') {
    throw invalidGrant(
      50053,
      'The account is locked, you have tried to sign in too many times with an incorrect user ID or password.',
    );
  }
  if (!isPassword(record, password)) throw wrongPassword();
  checkEnabled(person);
  if (record.passwordState === 'expired') {
    throw invalidGrant(50055, 'The password is expired.', 'user_password_expired');
  }
}

function wrongPassword(): EntraFailure {
  return invalidGrant(50126, 'Error validating credentials due to invalid username or password.');
}

export function noSuchPerson(name: string, tenantDomain: string): EntraFailure {
  return invalidGrant(
    50034,
    `The user account ${name} does not exist in the ${tenantDomain} directory. To sign into this application, the account must be added to the directory.`,
  );
}

export function checkEnabled(person: Person): void {
  if (person.accountEnabled === false) throw invalidGrant(50057, 'The user account is disabled.');
}

/** Conditional access and the app's list of people. */
export function checkAccess(service: EntraService, person: Person, app: AppRegistration): void {
  if (signInOf(service, person.id).isBlocked) {
    throw invalidGrant(
      53003,
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
      'message_only',
    );
  }
  if (app.assignedPeople !== undefined && !app.assignedPeople.includes(person.id)) {
    throw invalidGrant(
      50105,
      `Your administrator has configured the application ${app.displayName} ('${app.appId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${person.mail}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
    );
  }
}

/** What a grant without a page says when a second factor is missing; undefined when none is. */
export function missingFactor(
  service: EntraService,
  personId: string,
  session: { readonly isMfa: boolean },
): EntraFailure | undefined {
  const { mfa } = signInOf(service, personId);
  if (mfa === 'none' || session.isMfa) return undefined;
  if (mfa === 'enrol') {
    return invalidGrant(
      50079,
      "Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
      'basic_action',
    );
  }
  return invalidGrant(
    50076,
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
    'basic_action',
  );
}

function invalidGrant(number: number, text: string, suberror?: string): EntraFailure {
  const failure = new EntraFailure(400, 'invalid_grant', number, text);
  return suberror === undefined ? failure : failure.with({ suberror });
}
