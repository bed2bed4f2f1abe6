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
    dateTimeTimeZone: {
      properties: {
        dateTime: { type: 'Edm.String', nullable: false },
        timeZone: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    entity: { properties: { id: { type: 'Edm.String', nullable: false } }, navigation: [] },
    itemBody: {
      properties: {
        content: { type: 'Edm.String', nullable: true },
        contentType: { type: 'bodyType', nullable: true },
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
    patternedRecurrence: {
      properties: {
        pattern: { type: 'recurrencePattern', nullable: true },
        range: { type: 'recurrenceRange', nullable: true },
      },
      navigation: [],
    },
    recurrencePattern: {
      properties: {
        dayOfMonth: { type: 'Edm.Int32', nullable: false },
        daysOfWeek: { type: 'Collection(dayOfWeek)', nullable: true },
        firstDayOfWeek: { type: 'dayOfWeek', nullable: true },
        index: { type: 'weekIndex', nullable: true },
        interval: { type: 'Edm.Int32', nullable: false },
        month: { type: 'Edm.Int32', nullable: false },
        type: { type: 'recurrencePatternType', nullable: true },
      },
      navigation: [],
    },
    recurrenceRange: {
      properties: {
        endDate: { type: 'Edm.Date', nullable: true },
        numberOfOccurrences: { type: 'Edm.Int32', nullable: false },
        recurrenceTimeZone: { type: 'Edm.String', nullable: true },
        startDate: { type: 'Edm.Date', nullable: true },
        type: { type: 'recurrenceRangeType', nullable: true },
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
    bodyType: ['text', 'html'],
    dayOfWeek: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
    importance: ['low', 'normal', 'high'],
    recurrencePatternType: [
      'daily',
      'weekly',
      'absoluteMonthly',
      'relativeMonthly',
      'absoluteYearly',
      'relativeYearly',
    ],
    recurrenceRangeType: ['endDate', 'noEnd', 'numbered'],
    taskStatus: ['notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred'],
    weekIndex: ['first', 'second', 'third', 'fourth', 'last'],
    wellknownListName: ['none', 'defaultList', 'flaggedEmails', 'unknownFutureValue'],
  },
};
