import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { noContent } from '../odata/answers.js';
import { isObject } from '../schema/check-value.js';
import { badTeamsRequest } from './teams-access.js';
import type { ChatMessageRecord } from './teams-records.js';
import type { TeamsService } from './teams-service.js';
import { changeReactions } from './teams-store.js';

/** `setReaction` or `unsetReaction`, of the signed-in person; `reactionType` is the character itself. */
export function react(
  service: TeamsService,
  call: GraphCall,
  message: ChatMessageRecord,
): GraphAnswer {
  const reactionType = isObject(call.body) ? call.body['reactionType'] : undefined;
  if (typeof reactionType !== 'string' || reactionType === '') {
    throw badTeamsRequest("The 'reactionType' must be given.");
  }
  const personId = call.caller.id;
  const others = (message.item.reactions ?? []).filter(
    (each) => each.personId !== personId || each.reactionType !== reactionType,
  );
  const mine = { reactionType, personId, createdDateTime: service.now().toISOString() };
  const isSet = call.segments.at(-1) === 'setReaction';
  changeReactions(service, message, isSet ? [...others, mine] : others);
  return noContent;
}
