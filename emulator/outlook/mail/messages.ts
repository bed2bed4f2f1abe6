import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { entityAnswer } from '../../odata/answers.js';
import { deltaAnswer } from '../../odata/delta.js';
import { listAnswer, type ListRules } from '../../odata/list.js';
import { project, readSelect } from '../../odata/select.js';
import type { Person } from '../../entra/directory.js';
import { openMailbox, requireOutlookPermission } from '../mailbox.js';
import { badOutlookQuery } from '../outlook-failures.js';
import { refuseHardSort } from '../sort-rule.js';
import type { OutlookService } from '../outlook-service.js';
import { findMessageOf } from './find-message.js';
import { findFolder } from './mail-folder.js';
import { readMail, readMailBasics } from './mail-permissions.js';
import { scopeOfFolder } from './mail-store.js';
import { messageEntity, messageKind, viewOf } from './message-entity.js';
import type { MessageRecord } from './message-record.js';
import { parseSearch } from './search.js';

/** https://learn.microsoft.com/graph/api/user-list-messages */
const PAGE = { default: 10, max: 1000 };

export function getMessage(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readMailBasics);
  const select = readSelect(call, messageKind);
  const entity = messageEntity(findMessageOf(service, call, mailbox), viewOf(call), select);
  return entityAnswer(call, messageContext(mailbox), project(entity, select));
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
  const rules: ListRules<MessageRecord> = {
    kind: messageKind,
    context,
    top: PAGE,
    options: ['$select', '$top', '$skip', '$filter', '$orderby', '$count'],
    order: 'receivedDateTime desc',
    count: 'asked',
    paging: '$skip',
    check: refuseHardSort,
    fieldsOf: (record) => service.outlook.fieldsOf(record),
    toEntity: (record, select) => messageEntity(record, view, select),
  };
  if (search === null) return listAnswer(call, records, rules);
  requireOutlookPermission(call.caller, readMail);
  refuseBesideSearch(call);
  const test = parseSearch(search);
  return listAnswer(
    call,
    records.filter(({ item }) => test(item)),
    { ...rules, options: ['$select', '$top', '$search'], paging: '$skiptoken' },
  );
}

function refuseBesideSearch(call: GraphCall): void {
  for (const option of ['$orderby', '$filter', '$skip', '$count']) {
    if (!call.query.has(option)) continue;
    throw badOutlookQuery(`The query parameter '${option}' is not supported with '$search'.`);
  }
}
