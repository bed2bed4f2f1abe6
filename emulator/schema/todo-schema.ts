// Cut from schemas/v1.0-Prod.csdl of microsoftgraph/msgraph-metadata by scripts/cut-schema.mjs; do not edit.
// Copyright (c) Microsoft Corporation, MIT License: see NOTICE.md beside this file.
import type { Schema } from './schema.js';

export const todoSchema: Schema = {
  types: {
    checklistItem: {
      base: 'entity',
      properties: {
        checkedDateTime: { type: 'Edm.DateTimeOffset', nullable: true },
        createdDateTime: { type: 'Edm.DateTimeOffset', nullable: false },
        displayName: { type: 'Edm.String', nullable: true },
        isChecked: { type: 'Edm.Boolean', nullable: true },
      },
      navigation: [],
    },
    linkedResource: {
      base: 'entity',
      properties: {
        applicationName: { type: 'Edm.String', nullable: true },
        displayName: { type: 'Edm.String', nullable: true },
        externalId: { type: 'Edm.String', nullable: true },
        webUrl: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    todoTask: {
      base: 'entity',
      properties: {
        body: { type: 'itemBody', nullable: true },
        bodyLastModifiedDateTime: { type: 'Edm.DateTimeOffset', nullable: false },
        categories: { type: 'Collection(Edm.String)', nullable: true },
        completedDateTime: { type: 'dateTimeTimeZone', nullable: true },
        createdDateTime: { type: 'Edm.DateTimeOffset', nullable: false },
        dueDateTime: { type: 'dateTimeTimeZone', nullable: true },
        hasAttachments: { type: 'Edm.Boolean', nullable: true },
        importance: { type: 'importance', nullable: false },
        isReminderOn: { type: 'Edm.Boolean', nullable: false },
        lastModifiedDateTime: { type: 'Edm.DateTimeOffset', nullable: false },
        recurrence: { type: 'patternedRecurrence', nullable: true },
        reminderDateTime: { type: 'dateTimeTimeZone', nullable: true },
        startDateTime: { type: 'dateTimeTimeZone', nullable: true },
        status: { type: 'taskStatus', nullable: false },
        title: { type: 'Edm.String', nullable: true },
      },
      navigation: [
        'attachments',
        'attachmentSessions',
        'checklistItems',
        'extensions',
        'linkedResources',
      ],
    },
    todoTaskList: {
      base: 'entity',
      properties: {
        displayName: { type: 'Edm.String', nullable: true },
        isOwner: { type: 'Edm.Boolean', nullable: false },
        isShared: { type: 'Edm.Boolean', nullable: false },
        wellknownListName: { type: 'wellknownListName', nullable: false },
      },
      navigation: ['extensions', 'tasks'],
    },
  },
  enums: {
    taskStatus: ['notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred'],
    wellknownListName: ['none', 'defaultList', 'flaggedEmails', 'unknownFutureValue'],
  },
};
