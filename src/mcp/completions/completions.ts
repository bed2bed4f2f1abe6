import type { CompleteResult } from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { Guarded } from '../../domain/access/refuse-operation.js';
import { ProblemError } from '../../domain/problem.js';
import type { CallOrigin, Gate } from '../../operations/access/gate.js';
import type { Operation } from '../../operations/define-operation.js';
import { matchPlan } from '../../operations/names/plan-name.js';

/** What is being typed, and what was given before. */
export interface CompletionRequest {
  readonly argument: { readonly name: string; readonly value: string };
  readonly given: Readonly<Record<string, string>>;
  readonly isResource: boolean;
}

/** Ends of what somebody types into an argument. Who may not see the values gets none; nothing of it is an error. */
export interface Completions {
  complete(request: CompletionRequest, origin: CallOrigin): Promise<CompleteResult>;
}

/** https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/completion */
const mostValues = 100;
const mostPeople = 10;

const guarded: Guarded = {
  name: 'completions',
  scope: 'tasks:read',
  annotations: { readOnly: true },
};

const bucketsSchema = z.object({
  buckets: z.array(z.object({ id: z.string(), name: z.string().nullish() })),
});
const peopleSchema = z.object({ people: z.array(z.object({ name: z.string() })) });

export function createCompletions(operations: readonly Operation[], gate: Gate): Completions {
  const peopleSearch = operations.find(({ name }) => name === 'people_search');

  const plans = async (origin: CallOrigin, byId: boolean): Promise<readonly Value[]> => {
    await gate.enter(guarded, origin);
    const { plans: linked } = await gate.depsFor(origin.caller).syncStatus.read();
    return linked.map(({ planId, title }) => ({
      value: byId ? planId : (title ?? planId),
      also: [planId, title ?? ''],
    }));
  };

  const buckets = async (
    origin: CallOrigin,
    plan: string | undefined,
  ): Promise<readonly Value[]> => {
    if (plan === undefined || plan === '') return [];
    await gate.enter(guarded, origin);
    const { names, metadata } = gate.depsFor(origin.caller);
    const match = await matchPlan(names, plan);
    if (match.kind !== 'one') return [];
    const { json } = await metadata.read('plans', match.id);
    const { buckets: known } = bucketsSchema.parse(JSON.parse(json));
    return known.map(({ id, name }) => ({ value: name ?? id, also: [id] }));
  };

  /** As the caller would find them by the tool, with its scope and account. */
  const people = async (origin: CallOrigin, query: string): Promise<readonly Value[]> => {
    if (peopleSearch === undefined || query.trim().length < 2) return [];
    await gate.enter(peopleSearch, origin);
    const { status, json } = await gate.run(peopleSearch, origin, {
      input: { query: query.trim(), limit: mostPeople },
      actor: origin.caller.actor ?? 'agent',
      caller: origin.caller,
    });
    if (status >= 400) return [];
    return peopleSchema
      .parse(JSON.parse(json))
      .people.map(({ name }) => ({ value: name, also: [query] }));
  };

  const valuesOf = async (
    { argument: { name, value }, given, isResource }: CompletionRequest,
    origin: CallOrigin,
  ): Promise<readonly Value[]> => {
    switch (name) {
      case 'plan':
      case 'planId':
        return plans(origin, isResource || name === 'planId');
      case 'bucket':
        return buckets(origin, given['plan']);
      case 'person':
        return people(origin, value);
      case 'folder':
        return ['inbox', 'sentitems', 'drafts', 'archive', 'junkemail', 'deleteditems'].map(
          toValue,
        );
      case 'day':
        return ['today', 'tomorrow'].map(toValue);
      default:
        return [];
    }
  };

  return {
    async complete(request, origin) {
      const typed = request.argument.value.trim().toLowerCase();
      const all = await valuesOf(request, origin).catch(nothingFor);
      const fitting = all.filter(({ value, also }) =>
        [value, ...also].some((text) => fits(text, typed)),
      );
      const values = [...new Set(fitting.map(({ value }) => value))].filter(
        (one) => one.length <= 400,
      );
      return {
        completion: {
          values: values.slice(0, mostValues),
          total: values.length,
          hasMore: values.length > mostValues,
        },
      };
    },
  };
}

interface Value {
  readonly value: string;
  /** Other things by which it is meant. */
  readonly also: readonly string[];
}

function toValue(value: string): Value {
  return { value, also: [] };
}

/** At the beginning of the text or of a word in it. */
function fits(text: string, typed: string): boolean {
  const known = text.toLowerCase();
  return known.startsWith(typed) || known.includes(` ${typed}`);
}

function nothingFor(error: unknown): readonly Value[] {
  if (error instanceof ProblemError) return [];
  throw error;
}
