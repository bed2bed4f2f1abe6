import { ConfigError } from './config-error.js';
import { variables } from './variables.js';
import { withoutEmpty } from './without-empty.js';

const auditVariables = variables.pick({ AUDIT_LOG_MAX: true });

/** How many entries the audit log keeps, for a command that writes into it. @throws ConfigError */
export function loadAuditMax(environment: Readonly<Record<string, string | undefined>>): number {
  const { data, error } = auditVariables.safeParse(withoutEmpty(environment));
  if (data !== undefined) return data.AUDIT_LOG_MAX;
  throw new ConfigError(
    error.issues.map(({ path, message }) => ({ variable: String(path[0]), message })),
  );
}
