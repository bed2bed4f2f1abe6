import {
  CLIENT_CAPABILITIES_META_KEY,
  inputRequired,
  inputResponse,
  type CallToolResult,
  type InputRequiredResult,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { ElicitAnswer } from '../operations/operation-call.js';
import { isElicits, type ToolAnswer, type ToolCaller } from './tools.js';

/** The one thing that is asked of a person in a round, by what it is. */
const inputNames = { url: 'address', form: 'approval' } as const;

/** A question without fields: yes and no are said by the buttons that every client has. */
export const nothingToFillIn: {
  readonly type: 'object';
  readonly properties: Record<string, never>;
} = { type: 'object', properties: {} };

/** What a client of the new era says in a call: what it can show a person, and what they said to the last. */
export function elicitationOf(
  mcpReq: ServerContext['mcpReq'],
): Pick<ToolCaller, 'canElicit' | 'canElicitForm' | 'elicited'> {
  const envelope: unknown = mcpReq.envelope;
  const capabilities = isRecord(envelope) ? envelope[CLIENT_CAPABILITIES_META_KEY] : undefined;
  const can = {
    ...(showsUrls(capabilities) && { canElicit: true as const }),
    ...(showsForms(capabilities) && { canElicitForm: true as const }),
  };
  const id: unknown = mcpReq.requestState();
  if (typeof id !== 'string') return can;
  for (const name of Object.values(inputNames)) {
    const answer = inputResponse(mcpReq.inputResponses, name);
    if (answer.kind === 'elicit') return { ...can, elicited: { id, action: answer.action } };
  }
  return can;
}

/** Whether a client's capabilities, of either era, say that it shows addresses. */
export function showsUrls(capabilities: unknown): boolean {
  const elicitation = isRecord(capabilities) ? capabilities['elicitation'] : undefined;
  return isRecord(elicitation) && isRecord(elicitation['url']);
}

/** The same for questions. A client that names neither means these: https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation#capabilities */
export function showsForms(capabilities: unknown): boolean {
  const elicitation = isRecord(capabilities) ? capabilities['elicitation'] : undefined;
  if (!isRecord(elicitation)) return false;
  return isRecord(elicitation['form']) || !isRecord(elicitation['url']);
}

/** What the client of the new era is to show. The id comes back as the state of the call; whose it is, is checked then. */
export function toModernResult(answer: ToolAnswer): CallToolResult | InputRequiredResult {
  if (!isElicits(answer)) return answer;
  const { elicit } = answer;
  const { id, kind, message } = elicit;
  const request =
    elicit.kind === 'url'
      ? inputRequired.elicitUrl({ url: elicit.url, message })
      : inputRequired.elicit({ message, requestedSchema: nothingToFillIn });
  return inputRequired({ inputRequests: { [inputNames[kind]]: request }, requestState: id });
}

export function toAction(result: unknown): ElicitAnswer['action'] | null {
  const action = isRecord(result) ? result['action'] : undefined;
  return action === 'accept' || action === 'decline' || action === 'cancel' ? action : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
