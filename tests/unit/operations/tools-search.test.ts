import { describe, expect, it } from 'vitest';
import { operations } from '../../../src/operations/registry.js';
import { createSearchIndex } from '../../../src/operations/tools/search-index.js';
import { createToolCatalogue } from '../../../src/operations/tools/tool-catalogue.js';
import { everybody } from '../../support/docs/count-tokens.js';

const index = createSearchIndex(operations);
const firstFor = (query: string): readonly string[] =>
  index
    .find(query)
    .slice(0, 3)
    .map(({ name }) => name);

describe('a search for tools', () => {
  it.each([
    ['forward an email', 'mail_forward'],
    ['delete a message', 'mail_delete'],
    ['accept meeting invitation', 'calendar_respond'],
    ['when are people free', 'calendar_free_busy'],
    ['new column on a board', 'planner_create_bucket'],
    ['who is my manager', 'people_get_manager'],
    ['mark To Do task as done', 'todo_complete_task'],
    ['undo', 'sync_undo'],
    ['pause the sync', 'sync_pause'],
    ['post in a channel', 'teams_post_message'],
    ['upload attachment', 'mail_create_upload_link'],
    ['MAIL_SEND', 'mail_send'],
  ])('for "%s" finds %s among the first three', (query, name) => {
    expect(firstFor(query)).toContain(name);
  });

  it('finds nothing where no word fits, and never fails', () => {
    for (const query of ['', '   ', 'xyzzy', '()[]*\\', 'constructor __proto__']) {
      expect(index.find(query).length).toBeLessThan(operations.length);
    }
    expect(index.find('xyzzy')).toEqual([]);
  });

  it('answers always in the same order', () => {
    expect(index.find('task')).toEqual(createSearchIndex(operations).find('task'));
  });

  it('puts what is allowed first, and says why the rest is not', () => {
    const catalogue = createToolCatalogue(operations, false);
    const caller = { ...everybody, scopes: new Set(['tasks:read'] as const) };
    const { tools } = catalogue.search('task create', { limit: 20, caller });
    const allowed = tools.map((tool) => tool.allowed);
    expect(allowed).toEqual(allowed.toSorted((one, other) => Number(other) - Number(one)));
    for (const { name, allowed: isAllowed, reason, inputSchema } of tools) {
      expect(inputSchema === undefined, name).toBe(!isAllowed);
      if (!isAllowed) expect(reason).toMatch(/needs the scope|writes/);
    }
  });

  it('finds neither itself nor the way to call', () => {
    const { tools } = createToolCatalogue(operations, false).search('find and call any tool', {
      limit: 20,
      caller: everybody,
    });
    expect(tools.map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^tools_/)]),
    );
  });
});
