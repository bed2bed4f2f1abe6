// Cut from schemas/v1.0-Prod.csdl of microsoftgraph/msgraph-metadata by scripts/cut-schema.mjs; do not edit.
// Copyright (c) Microsoft Corporation, MIT License: see NOTICE.md beside this file.
import type { Schema } from './schema.js';

export const mailboxSchema: Schema = {
  types: {
    automaticRepliesSetting: {
      properties: {
        externalAudience: { type: 'externalAudienceScope', nullable: true },
        externalReplyMessage: { type: 'Edm.String', nullable: true },
        internalReplyMessage: { type: 'Edm.String', nullable: true },
        scheduledEndDateTime: { type: 'dateTimeTimeZone', nullable: true },
        scheduledStartDateTime: { type: 'dateTimeTimeZone', nullable: true },
        status: { type: 'automaticRepliesStatus', nullable: true },
      },
      navigation: [],
    },
    localeInfo: {
      properties: {
        displayName: { type: 'Edm.String', nullable: true },
        locale: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    mailboxSettings: {
      properties: {
        archiveFolder: { type: 'Edm.String', nullable: true },
        automaticRepliesSetting: { type: 'automaticRepliesSetting', nullable: true },
        dateFormat: { type: 'Edm.String', nullable: true },
        delegateMeetingMessageDeliveryOptions: {
          type: 'delegateMeetingMessageDeliveryOptions',
          nullable: true,
        },
        language: { type: 'localeInfo', nullable: true },
        timeFormat: { type: 'Edm.String', nullable: true },
        timeZone: { type: 'Edm.String', nullable: true },
        userPurpose: { type: 'userPurpose', nullable: true },
        workingHours: { type: 'workingHours', nullable: true },
      },
      navigation: [],
    },
    outlookCategory: {
      base: 'entity',
      properties: {
        color: { type: 'categoryColor', nullable: true },
        displayName: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    timeZoneInformation: {
      properties: {
        alias: { type: 'Edm.String', nullable: true },
        displayName: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
  },
  enums: {
    automaticRepliesStatus: ['disabled', 'alwaysEnabled', 'scheduled'],
    categoryColor: [
      'none',
      'preset0',
      'preset1',
      'preset2',
      'preset3',
      'preset4',
      'preset5',
      'preset6',
      'preset7',
      'preset8',
      'preset9',
      'preset10',
      'preset11',
      'preset12',
      'preset13',
      'preset14',
      'preset15',
      'preset16',
      'preset17',
      'preset18',
      'preset19',
      'preset20',
      'preset21',
      'preset22',
      'preset23',
      'preset24',
    ],
    delegateMeetingMessageDeliveryOptions: [
      'sendToDelegateAndInformationToPrincipal',
      'sendToDelegateAndPrincipal',
      'sendToDelegateOnly',
    ],
    externalAudienceScope: ['none', 'contactsOnly', 'all'],
    userPurpose: ['user', 'linked', 'shared', 'room', 'equipment', 'others', 'unknownFutureValue'],
  },
};
