import { describe, expect, it } from 'vitest';
import { ProblemError, type FieldProblem } from '../../../src/domain/problem.js';
import { repairAdvice } from '../../../src/mcp/repair-advice.js';

const emma = { id: '1', name: 'Emma Novák', mail: 'emma.novak@x.example' };
const other = { id: '2', name: 'Emma Whitfield', mail: 'emma.whitfield@x.example' };

function adviceFor(problem: Omit<FieldProblem, 'field' | 'message'>): string {
  const error = { field: 'to', message: 'is nobody', ...problem };
  const extra = { errors: [error] };
  return repairAdvice(new ProblemError('invalid_input', 'to', extra).toProblem(), 'mail');
}

describe('advice about a name', () => {
  it('names the one that is near, to be sent where it is meant', () => {
    expect(adviceFor({ suggestion: emma.name, candidates: [emma] })).toBe(
      'Correct and call again: to is nobody; if Emma Novák (emma.novak@x.example) is meant, send that.',
    );
  });

  it('has a person asked where several may be meant, by names where they tell them apart', () => {
    expect(adviceFor({ candidates: [emma, other] })).toBe(
      'Correct and call again: to is nobody; ask a person which is meant, or send one of these: Emma Novák (emma.novak@x.example); Emma Whitfield (emma.whitfield@x.example).',
    );
  });

  it('names ids where several are called the same', () => {
    const twin = { ...other, name: emma.name };
    expect(adviceFor({ candidates: [emma, twin] })).toContain(
      'or send the id: 1 (Emma Novák, emma.novak@x.example); 2 (Emma Novák, emma.whitfield@x.example).',
    );
  });
});

it('what was done at Microsoft and is not found is looked for where it is listed', () => {
  const problem = new ProblemError('not_found', 'There is no such action').toProblem();
  expect(repairAdvice(problem, 'admin')).toContain('actions_list');
  expect(repairAdvice(problem, 'tasks')).toContain('planner_search_tasks');
});
