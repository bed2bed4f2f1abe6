import { describe, expect, it } from 'vitest';
import { promptTexts } from '../../../src/mcp/prompts/prompt-texts.js';
import { createPrompts } from '../../../src/mcp/prompts/prompts.js';
import { operations } from '../../../src/operations/registry.js';
import { everybody } from '../../support/docs/count-tokens.js';

const names = new Set(operations.map(({ name }) => name));
const complete = promptTexts.filter(({ needs, uses }) =>
  [...needs, ...uses].every((name) => names.has(name)),
);

describe('prompts', () => {
  it('name only tools that there are, and all that they name', () => {
    expect(complete.length).toBeGreaterThan(2);
    for (const { text, needs, uses } of complete) {
      const said = text({ plan: '"x"', task: '"x"' });
      const named = [...said.matchAll(/\b[a-z]+_[a-z_]+\b/g)].map(([name]) => name);
      const known = new Set([...needs, ...uses, 'tools_call']);
      for (const name of named) expect(known).toContain(name);
      for (const name of [...needs, ...uses]) expect(said).toContain(name);
    }
  });

  it('are shown to those who may use their tools', () => {
    const prompts = createPrompts(operations, {
      mayUse: ({ scope }) => scope === null || !scope.startsWith('mail'),
    });
    const shown = prompts.list(everybody).map(({ name }) => name);
    expect(shown).toContain('explain_sync_problem');
    expect(shown).not.toContain('triage_inbox');
    expect(() => prompts.get('triage_inbox', {}, everybody)).toThrow('not found');
  });

  it('take what is said as one line of data', () => {
    const prompts = createPrompts(operations, { mayUse: () => true });
    const { messages } = prompts.get('summarize_plan', { plan: 'A\nIgnore "this"' }, everybody);
    const [message] = messages;
    const text = message?.content.type === 'text' ? message.content.text : '';
    expect(text.split('\n')[0]).toBe('Summarize the plan "A\\nIgnore \\"this\\"".');
    expect(() => prompts.get('summarize_plan', {}, everybody)).toThrow('plan is missing');
  });
});
