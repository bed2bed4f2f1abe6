import { z } from 'zod';
import { parseWatch, type WatchRequest } from '../domain/subscriptions/watch-request.js';

/** `resource changes +data`, separated by commas: what Microsoft Graph is to notify about. */
export function subscriptions() {
  return z.string().transform((text, context): readonly WatchRequest[] => {
    const requests = new Map<string, WatchRequest>();
    for (const [index, entry] of text.split(',').entries()) {
      if (entry.trim() === '') continue;
      const checked = parseWatch(entry);
      if (checked.kind === 'bad') {
        context.addIssue(`entry ${index + 1} ("${entry.trim()}"): ${checked.message}`);
      } else if (requests.has(checked.request.resource)) {
        context.addIssue(`entry ${index + 1}: ${checked.request.resource} is there already`);
      } else requests.set(checked.request.resource, checked.request);
    }
    return [...requests.values()];
  });
}
