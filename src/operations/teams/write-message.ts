import * as z from 'zod';
import {
  escapeHtml,
  findMentionPlaces,
  markMentions,
  markOf,
  placesOf,
  tagMentions,
  type MentionSpan,
  type Mentioned,
} from '../../domain/teams/mention-text.js';
import type { ProblemError } from '../../domain/problem.js';
import type { NewMessage } from '../../graph/teams/messages.js';
import type { ActionDeps } from '../define-action.js';
import { renderMarkdown } from '../mail/text/render-markdown.js';
import { lookUp } from '../names/look-up.js';
import { nameProblem, toNameError } from '../names/name-problem.js';
import { requirePersonId } from '../names/require-id.js';

export const messageInputs = {
  body: z.string().trim().min(1).max(20_000).describe('Markdown; @Maya Okafor mentions her.'),
  mentions: z
    .array(z.string().min(1).max(320))
    .max(20)
    .optional()
    .describe('More people to mention: names, mail addresses or ids.'),
  importance: z
    .enum(['normal', 'high', 'urgent'])
    .optional()
    .describe('Urgent notifies again and again.'),
};

/** As they were called before. */
export const messageAliases = { text: 'body' };

/** A message that can be sent. */
export interface WrittenMessage {
  readonly message: NewMessage;
  /** For people who are asked whether it may be sent. */
  readonly details: Readonly<Record<string, unknown>>;
}

type Deps = Pick<ActionDeps, 'names' | 'metadata' | 'agentSignature'>;

/** ProblemError invalid_input where it is not clear who is mentioned. */
export async function writeMessage(
  deps: Deps,
  input: {
    readonly body: string;
    readonly mentions?: readonly string[] | undefined;
    readonly importance?: string | undefined;
    readonly subject?: string | undefined;
  },
): Promise<WrittenMessage> {
  const { body: text, subject, importance } = input;
  const { people, spans, unplaced } = await findMentioned(deps, text, input.mentions ?? []);
  const before = unplaced.map((index) => `${markOf(index)} `).join('');
  const html = tagMentions(renderMarkdown(`${before}${markMentions(text, spans)}`), people);
  const { agentSignature } = deps;
  const signature = agentSignature === null ? '' : `<p><em>${escapeHtml(agentSignature)}</em></p>`;
  return {
    message: {
      body: { contentType: 'html', content: `${html.trim()}${signature}` },
      ...(subject !== undefined && { subject }),
      ...(importance !== undefined && { importance }),
      ...(people.length > 0 && { mentions: people.map(toMention) }),
    },
    details: {
      body: text,
      ...(subject !== undefined && { subject }),
      ...(people.length > 0 && { mentions: people.map(({ name }) => name) }),
      ...(agentSignature !== null && { signature: agentSignature }),
    },
  };
}

interface Found {
  readonly people: readonly Mentioned[];
  readonly spans: readonly MentionSpan[];
  /** Indexes of those who do not stand in the text. */
  readonly unplaced: readonly number[];
}

async function findMentioned(deps: Deps, text: string, named: readonly string[]): Promise<Found> {
  const people: Mentioned[] = [];
  const spans: MentionSpan[] = [];
  const indexOf = async (id: string): Promise<number> => {
    const known = people.findIndex((person) => person.id === id);
    if (known >= 0) return known;
    people.push({ id, name: await displayNameOf(deps, id) });
    return people.length - 1;
  };
  for (const [index, wanted] of named.entries()) {
    const id = await requirePersonId(deps.names, wanted.trim(), `mentions.${index}`);
    const person = await indexOf(id);
    for (const name of new Set([wanted.trim(), people[person]?.name ?? ''])) {
      for (const at of placesOf(text, name)) spans.push({ at, length: name.length + 1, person });
    }
  }
  const unplaced = people.flatMap((_person, index) =>
    spans.some(({ person }) => person === index) ? [] : [index],
  );
  for (const { at, names } of findMentionPlaces(text)) {
    if (spans.some((span) => span.at === at)) continue;
    const found = await whoIsMeant(deps, names);
    if (found === null) continue;
    spans.push({ at, length: found.name.length + 1, person: await indexOf(found.id) });
  }
  const placed = new Set(spans.map(({ person }) => person));
  return { people, spans, unplaced: unplaced.filter((index) => !placed.has(index)) };
}

/**
 * The longest of the names that is somebody's; null: nobody is called anything like it, so that it is a word. ProblemError
 * where several people, or others of similar names, may be meant.
 */
async function whoIsMeant(
  { names: book }: Pick<Deps, 'names'>,
  names: readonly string[],
): Promise<{ readonly id: string; readonly name: string } | null> {
  let unclear: ProblemError | null = null;
  for (const name of names) {
    const found = await lookUp(() => book.person(name));
    if (found.kind === 'one') return { id: found.id, name };
    const isNobody = found.kind === 'none' && found.candidates.length === 0;
    if (isNobody) continue;
    const { message, ...problem } = nameProblem('body', 'person', found);
    unclear ??= toNameError({ ...problem, message: `@${name} ${message}` }, found);
  }
  if (unclear !== null) throw unclear;
  return null;
}

const personSchema = z.object({
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

async function displayNameOf({ metadata }: Pick<Deps, 'metadata'>, id: string): Promise<string> {
  const { json } = await metadata.read('users', id);
  const { displayName, userPrincipalName } = personSchema.parse(JSON.parse(json));
  return displayName ?? userPrincipalName ?? id;
}

/** https://learn.microsoft.com/graph/api/resources/chatmessagemention */
function toMention({ id, name }: Mentioned, index: number) {
  return {
    id: index,
    mentionText: name,
    mentioned: { user: { id, displayName: name, userIdentityType: 'aadUser' } },
  };
}
