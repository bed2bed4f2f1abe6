import * as z from 'zod';
import { type Caller, seesPlan } from '../../domain/access/caller.js';
import { ProblemError } from '../../domain/problem.js';
import type { Metadata, MetadataCache } from '../../metadata/metadata-cache.js';
import type { NameBook } from '../../metadata/name-book.js';
import { typeOf } from '../../metadata/wanted.js';

const ofPlan = z.object({ planId: z.string().nullish() });

/** People and groups; plans, buckets and tasks only where the plan is the caller's. */
export function limitMetadata(metadata: MetadataCache, caller: Caller): MetadataCache {
  if (caller.plans === null) return metadata;
  return {
    forget: (kind, id) => metadata.forget(kind, id),
    async read(kind, id, options) {
      const unknown = (): ProblemError => {
        const type = typeOf(kind);
        return new ProblemError('not_found', `Microsoft Graph has no ${type} ${id}`, {
          errors: [{ field: 'id', message: `is no ${type} in Microsoft Graph` }],
        });
      };
      switch (kind) {
        case 'users':
        case 'groups':
          return metadata.read(kind, id, options);
        case 'plans':
          if (!seesPlan(caller, id)) throw unknown();
          return metadata.read(kind, id, options);
        case 'buckets':
        case 'tasks': {
          const found = await metadata.read(kind, id, options);
          if (!seesPlan(caller, planIn(found))) throw unknown();
          return found;
        }
      }
    },
  };
}

function planIn({ json }: Metadata): string | null {
  return ofPlan.safeParse(JSON.parse(json)).data?.planId ?? null;
}

/** Titles, buckets and labels of the caller's plans; of others nothing is known. */
export function limitNames(names: NameBook, caller: Caller): NameBook {
  if (caller.plans === null) return names;
  const nothing = { kind: 'none', candidates: [] } as const;
  return {
    person: (name) => names.person(name),
    async plan(title) {
      const match = await names.plan(title);
      if (match.kind === 'one') return seesPlan(caller, match.id) ? match : nothing;
      const candidates = match.candidates.filter(({ id }) => seesPlan(caller, id));
      const [only] = candidates;
      return match.kind === 'several' && candidates.length === 1 && only !== undefined
        ? { kind: 'one', id: only.id }
        : { kind: candidates.length === 0 ? 'none' : match.kind, candidates };
    },
    bucket: async (planId, name) =>
      seesPlan(caller, planId) ? names.bucket(planId, name) : nothing,
    category: async (planId, name) =>
      seesPlan(caller, planId) ? names.category(planId, name) : nothing,
    async defaultPlanId() {
      const planId = await names.defaultPlanId();
      return seesPlan(caller, planId) ? planId : null;
    },
  };
}
