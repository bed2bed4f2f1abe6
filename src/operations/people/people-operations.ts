import type { Operation } from '../define-operation.js';
import { peopleGetManager } from './people-get-manager.js';
import { peopleGetMe } from './people-get-me.js';
import { peopleGetPresence } from './people-get-presence.js';
import { peopleGet } from './people-get.js';
import { peopleListReports } from './people-list-reports.js';
import { peopleSearch } from './people-search.js';

export const peopleOperations: readonly Operation[] = [
  peopleGetMe,
  peopleSearch,
  peopleGetManager,
  peopleListReports,
  peopleGetPresence,
  // Behind the others: a path that names a person would take theirs.
  peopleGet,
];
