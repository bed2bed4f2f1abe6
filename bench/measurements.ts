import { burst } from './burst.js';
import { converged } from './converged.js';
import { frontEnd } from './front-end.js';
import { idleLatency } from './idle-latency.js';
import { importPlan } from './import-plan.js';
import { metadata } from './metadata.js';
import { manyPlans } from './many-plans.js';
import type { Measurement } from './measurement.js';
import { personEdit } from './person-edit.js';
import { registry } from './registry.js';
import { quietSweep } from './quiet-sweep.js';
import { storm } from './storm.js';
import { webhook } from './webhook.js';
import { workingDay } from './working-day.js';

/** In the order in which they are made. */
export const measurements: readonly Measurement[] = [
  frontEnd,
  registry,
  metadata,
  idleLatency,
  personEdit,
  burst,
  storm,
  importPlan,
  quietSweep,
  converged,
  webhook,
  workingDay,
  manyPlans,
];
