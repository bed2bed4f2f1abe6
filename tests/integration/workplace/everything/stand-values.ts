import type { Door } from '../doors.js';
import type { Everything } from './start-everything.js';

/** Who signs in over this protocol; the scenario ends with both signed out. */
export function signerOf(name: Door['name']): string {
  return name === 'REST' ? 'Jonas' : 'Priya';
}

/** What there is before the first step, as the answer of a step `stand`. Each protocol has names and plans of its own. */
export async function standOf({ place, attachmentUrl }: Everything, name: Door['name']) {
  const { id } = place.person('Maya');
  const isRest = name === 'REST';
  const suffix = isRest ? '' : ' 2';
  const { body } = await place.graph('Maya', 'GET', '/me/planner/plans');
  const plans = body['value'] as readonly { readonly id: string; readonly title: string }[];
  const others = plans.filter((plan) => plan.id !== place.emulator.defaultPlanId);
  return {
    origin: place.server.origin,
    attachmentUrl,
    maya: id,
    mayasAccount: place.accountOf('Maya'),
    signersAccount: place.accountOf(signerOf(name)),
    launchPlan: place.emulator.defaultPlanId,
    syncedPlan: others[isRest ? 0 : 1]?.id,
    watched: `users/${id}/${isRest ? 'messages' : 'events'}`,
    listName: `Trade fair${suffix}`,
    newListName: `Fair in March${suffix}`,
    folderName: `Trade fair${suffix}`,
    invitation: await inviteMaya(place),
  };
}

/** Jonas invites her; the id is that of her copy. */
async function inviteMaya(place: Everything['place']): Promise<string> {
  const { displayName } = place.person('Maya');
  const address = `${displayName.toLowerCase().replaceAll(' ', '.')}@tandem.example`;
  const at = (hour: string) => ({ dateTime: `2031-03-05T${hour}:00:00`, timeZone: 'UTC' });
  const subject = 'Prices of the fair';
  await place.graph('Jonas', 'POST', '/me/events', {
    subject,
    start: at('09'),
    end: at('10'),
    attendees: [{ type: 'required', emailAddress: { address, name: displayName } }],
  });
  const range = 'startDateTime=2031-03-05T00:00:00Z&endDateTime=2031-03-06T00:00:00Z';
  const { body } = await place.graph('Maya', 'GET', `/me/calendarView?${range}`);
  const events = body['value'] as readonly { readonly id: string; readonly subject: string }[];
  const found = events.findLast((event) => event.subject === subject);
  if (found === undefined) throw new Error('The invitation has not come');
  return found.id;
}
