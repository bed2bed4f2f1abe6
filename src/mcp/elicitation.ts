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

/** The one thing that is asked of a person in a round. */
const inputName = 'address';

/** What a client of the new era says about addresses in a call: whether it can show one, and what was said to the last. */
export function elicitationOf(
  mcpReq: ServerContext['mcpReq'],
): Pick<ToolCaller, 'canElicit' | 'elicited'> {
  const envelope: unknown = mcpReq.envelope;
  const capabilities = isRecord(envelope) ? envelope[CLIENT_CAPABILITIES_META_KEY] : undefined;
  if (!showsUrls(capabilities)) return {};
  const answer = inputResponse(mcpReq.inputResponses, inputName);
  const id: unknown = mcpReq.requestState();
  if (answer.kind !== 'elicit' || typeof id !== 'string') return { canElicit: true };
  return { canElicit: true, elicited: { id, action: answer.action } };
}

/** Whether a client's capabilities, of either era, say that it shows addresses. */
export function showsUrls(capabilities: unknown): boolean {
  const elicitation = isRecord(capabilities) ? capabilities['elicitation'] : undefined;
  return isRecord(elicitation) && isRecord(elicitation['url']);
}

/** What the client of the new era is to show. The id comes back as the state of the call; whose it is, is checked then. */
export function toModernResult(answer: ToolAnswer): CallToolResult | InputRequiredResult {
  if (!isElicits(answer)) return answer;
  const { id, url, message } = answer.elicit;
  return inputRequired({
    inputRequests: { [inputName]: inputRequired.elicitUrl({ url, message }) },
    requestState: id,
  });
}

export function toAction(result: unknown): ElicitAnswer['action'] | null {
  const action = isRecord(result) ? result['action'] : undefined;
  return action === 'accept' || action === 'decline' || action === 'cancel' ? action : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
