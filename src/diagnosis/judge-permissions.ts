import type { PermissionReview, ReviewedNeed } from '../domain/permissions/review-permissions.js';
import { failure, ok, warning, type Judgement } from './finding.js';

/** One judgement for each permission, those that are missing named one by one; by permission. */
export function judgePermissions(
  review: PermissionReview,
): readonly { readonly permission: string; readonly judgement: Judgement }[] {
  const byPermission = new Map<string, ReviewedNeed[]>();
  for (const need of review.needs) {
    const name = need.grantedAs ?? need.permission;
    if (name !== null) byPermission.set(name, [...(byPermission.get(name) ?? []), need]);
  }
  return [...byPermission].map(([permission, needs]) => ({
    permission,
    judgement: judgeOne(permission, needs),
  }));
}

function judgeOne(permission: string, needs: readonly ReviewedNeed[]): Judgement {
  const purposes = [...new Set(needs.map(({ purpose }) => purpose))].join('; ');
  const missing = needs.filter(({ state }) => state === 'missing');
  const [first] = missing;
  if (first === undefined) {
    const enough = [...new Set(needs.map((need) => need.permission))];
    const instead = enough.includes(permission) ? '' : `, where ${enough.join(', ')} is enough`;
    return ok(`Granted${instead}: ${purposes}`);
  }
  const found = `Missing: ${purposes}`;
  const fix = first.granter?.how ?? '';
  return missing.some(({ isRequired }) => isRequired) ? failure(found, fix) : warning(found, fix);
}
