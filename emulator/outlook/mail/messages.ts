import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { entityAnswer } from '../../odata/answers.js';
import { deltaAnswer } from '../../odata/delta.js';
import { listAnswer, type ListRules } from '../../odata/list.js';
import { sortBy } from '../../odata/order-by.js';
import { project, readSelect } from '../../odata/select.js';
import type { Person } from '../../entra/directory.js';
import { openMailbox, requireOutlookPermission } from '../mailbox.js';
import { badOutlookQuery } from '../outlook-failures.js';
import { refuseHardSort } from '../sort-rule.js';
import type { OutlookService } from '../outlook-service.js';
import { partsOf } from './attachments/attachment-store.js';
import { readExpand, withExpanded } from './expand-message.js';
import { findMessageOf } from './find-message.js';
import { findFolder } from './mail-folder.js';
import { readMail, readMailBasics } from './mail-permissions.js';
import { scopeOfFolder } from './mail-store.js';
import { messageEntity, messageKind, viewOf } from './message-entity.js';
import type { MessageRecord } from './message-record.js';
import { parseSearch } from './search.js';

/** https://learn.microsoft.com/graph/api/user-list-messages */
const PAGE = { default: 10, max: 1000 };
/** A search gives this much at most, the newest. https://learn.microsoft.com/graph/search-query-parameter */
const FOUND_MAX = 1000;
const NEWEST_FIRST = [{ path: 'receivedDateTime', isDescending: true }];

export function getMessage(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readMailBasics);
  const select = readSelect(call, messageKind);
  const expand = readExpand(call);
  const record = findMessageOf(service, call, mailbox);
  const entity = withExpanded(service, record, viewOf(call), { select, expand });
  return entityAnswer(call, messageContext(mailbox), project(entity, select, expand));
}

export function listMessages(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readMailBasics);
  const context = `users('${mailbox.id}')/messages`;
  return messagePage(service, call, service.outlook.messagesOf.recordsOf(mailbox.id), context);
}

export function listMessagesOfFolder(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, readMailBasics);
  const folder = findFolder(service, mailbox.id, ids.at(-1) ?? '');
  const context = `users('${mailbox.id}')/mailFolders('${folder.id}')/messages`;
  return messagePage(service, call, service.outlook.messagesIn.recordsOf(folder.id), context);
}

/** Outlook tells of changes folder by folder. https://learn.microsoft.com/graph/api/message-delta */
export function deltaOfFolder(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, readMailBasics);
  const folder = findFolder(service, mailbox.id, ids.at(-1) ?? '');
  const view = viewOf(call);
  return deltaAnswer<MessageRecord>(call, service.outlook.messagesIn.recordsOf(folder.id), {
    kind: messageKind,
    context: 'Collection(message)',
    pageSize: PAGE,
    history: service.history,
    scope: scopeOfFolder(folder.id),
    fieldsOf: (record) => service.outlook.fieldsOf(record),
    toEntity: (record, select) => messageEntity(record, view, select),
    idOf: (record) => (view.usesImmutableIds ? record.immutableId : record.id),
    usesImmutableIds: view.usesImmutableIds,
    keptOptions: ['$select', '$filter', '$orderby', '$top', 'changeType'],
    tells: (change, options) => isTold(options['changeType'], change),
  });
}

export function messageContext(mailbox: Person): string {
  return `users('${mailbox.id}')/messages/$entity`;
}

/** `changeType=created|updated|deleted` narrows a delta down to one kind of change. */
function isTold(wanted: string | undefined, change: 'created' | 'updated' | 'deleted'): boolean {
  return wanted === undefined || wanted === change;
}

function messagePage(
  service: OutlookService,
  call: GraphCall,
  records: readonly MessageRecord[],
  context: string,
): GraphAnswer {
  const view = viewOf(call);
  const search = call.query.get('$search');
  const expand = readExpand(call);
  const rules: ListRules<MessageRecord> = {
    kind: messageKind,
    context,
    top: PAGE,
    options: ['$select', '$top', '$skip', '$filter', '$orderby', '$count', '$expand'],
    order: 'receivedDateTime desc',
    count: 'asked',
    paging: '$skip',
    check: refuseHardSort,
    fieldsOf: (record) => service.outlook.fieldsOf(record),
    toEntity: (record, select) => withExpanded(service, record, view, { select, expand }),
    expanded: expand,
  };
  if (search === null) return listAnswer(call, records, rules);
  requireOutlookPermission(call.caller, readMail);
  refuseBesideSearch(call);
  const test = parseSearch(search, (record) =>
    partsOf(service, record.immutableId).map(({ name }) => name),
  );
  const newest = sortBy(records.filter(test), NEWEST_FIRST, service.outlook.fieldsOf);
  return listAnswer(call, newest.slice(0, FOUND_MAX), {
    ...rules,
    options: ['$select', '$top', '$search', '$expand'],
    paging: '$skiptoken',
  });
}

function refuseBesideSearch(call: GraphCall): void {
  for (const option of ['$orderby', '$filter', '$skip', '$count']) {
    if (!call.query.has(option)) continue;
    throw badOutlookQuery(`The query parameter '${option}' is not supported with '$search'.`);
  }
}
