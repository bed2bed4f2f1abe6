import type { ContractCase } from './contract-cases.js';
import { create, created, refused, update, updated } from './contract-steps.js';

const start = '--- agent notes ---';
const end = '--- end of agent notes ---';
const section = (notes: string): string => `${start}\n${notes}\n${end}`;

/** The agents' own section of a description. */
export const notesCases: readonly ContractCase[] = [
  {
    name: 'agent notes stand after people’s words with an empty line between, and go as they came',
    steps: [
      created(
        { title: 'x', description: 'Words\n of people ' },
        { description: 'Words\n of people ' },
      ),
      updated(
        { agentNotes: ' First.\nSecond.\n' },
        { description: `Words\n of people \n\n${section('First.\nSecond.')}`, rev: 2 },
      ),
      updated({ agentNotes: 'First.\nSecond.' }, { rev: 2 }),
      updated({ agentNotes: null }, { description: 'Words\n of people ', rev: 3 }),
      updated({ agentNotes: '' }, { rev: 3 }),
    ],
  },
  {
    name: 'agent notes replace their section only, wherever a person moved it',
    steps: [
      created(
        { title: 'x', description: `Above\n${section('old')}\nBelow\n\n` },
        { description: `Above\n${section('old')}\nBelow\n\n` },
      ),
      updated(
        { agent_notes: 'new' },
        { description: `Above\n${section('new')}\nBelow\n\n`, rev: 2 },
      ),
      updated({ agentNotes: ' ' }, { description: 'Above\nBelow\n\n', rev: 3 }),
    ],
  },
  {
    name: 'a task may begin with agent notes alone',
    steps: [
      created({ title: 'x', agentNotes: 'a' }, { description: section('a') }),
      updated({ agentNotes: null }, { description: '', rev: 2 }),
      updated(
        { description: 'Words', agentNotes: 'b' },
        { description: `Words\n\n${section('b')}` },
      ),
      updated({ description: 'Other words' }, { description: 'Other words' }),
      updated({ description: null, agentNotes: 'c' }, { description: section('c') }),
    ],
  },
  {
    name: 'what a person cut open belongs to the people, and so does a second section',
    steps: [
      created({ title: 'x', description: `Words\n${start}\nold` }),
      updated(
        { agentNotes: 'new' },
        { description: `Words\n${start}\nold\n\n${section('new')}`, rev: 2 },
      ),
      updated({ description: `${end}\nWords\n${section('one')}\n${section('two')}` }, { rev: 3 }),
      updated(
        { agentNotes: 'new' },
        { description: `${end}\nWords\n${section('new')}\n${section('two')}` },
      ),
    ],
  },
  {
    name: 'agent notes take over the line ends of people’s words and keep their bytes',
    steps: [
      created({ title: 'x', description: 'One\r\nTwo' }),
      updated(
        { agentNotes: 'a\nb\r\nc\rd' },
        { description: `One\r\nTwo\r\n\r\n${start}\r\na\r\nb\r\nc\r\nd\r\n${end}` },
      ),
      updated({ agentNotes: null }, { description: 'One\r\nTwo' }),
      created({ title: 'x', description: ` \t${start}  \r\nold\r\n${end}\t\r\nmore\r\n` }),
      updated({ agentNotes: 'new' }, { description: `${start}\r\nnew\r\n${end}\r\nmore\r\n` }),
    ],
  },
  {
    name: 'agent notes are text, and cannot hold the lines that mark them',
    steps: [
      refused(create({ title: 'x', agentNotes: 7 }), ['agentNotes']),
      refused(create({ title: 'x', agentNotes: 'a\u0000b' }), ['agentNotes']),
      refused(create({ title: 'x', agent_notes: `a\n ${end} \nb` }), ['agent_notes']),
      refused(create({ title: 'x', agentNotes: section('a') }), ['agentNotes']),
      refused(create({ title: 'x', agentNotes: 'a', agent_notes: 'a' }), ['agent_notes']),
      created({ title: 'x', agentNotes: `a ${end}` }, { description: section(`a ${end}`) }),
    ],
  },
  {
    name: 'a description has at most 32,768 characters, an emoji counts as two',
    steps: [
      refused(create({ title: 'x', description: 'x'.repeat(32_769) }), ['description']),
      refused(create({ title: 'x', description: '😀'.repeat(16_385) }), ['description']),
      created({ title: 'x', description: '😀'.repeat(16_384) }),
      refused(update({ agentNotes: 'no room' }), ['agentNotes']),
    ],
  },
  {
    name: 'agent notes that are too long are cut in their section, people’s words never',
    steps: [
      created({ title: 'x', description: 'w'.repeat(32_700) }),
      updated(
        { agentNotes: '😀'.repeat(20) },
        { description: `${'w'.repeat(32_700)}\n\n${section(`${'😀'.repeat(8)}\n…`)}` },
      ),
      updated(
        { agentNotes: 'short' },
        { description: `${'w'.repeat(32_700)}\n\n${section('short')}` },
      ),
    ],
  },
];
