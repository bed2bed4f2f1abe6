// Cut from schemas/v1.0-Prod.csdl of microsoftgraph/msgraph-metadata by scripts/cut-schema.mjs; do not edit.
// Copyright (c) Microsoft Corporation, MIT License: see NOTICE.md beside this file.
import type { Schema } from './schema.js';

export const conversationSchema: Schema = {
  types: {
    conversationThread: {
      base: 'entity',
      properties: {
        ccRecipients: { type: 'Collection(recipient)', nullable: false },
        hasAttachments: { type: 'Edm.Boolean', nullable: false },
        isLocked: { type: 'Edm.Boolean', nullable: false },
        lastDeliveredDateTime: { type: 'Edm.DateTimeOffset', nullable: false },
        preview: { type: 'Edm.String', nullable: false },
        topic: { type: 'Edm.String', nullable: false },
        toRecipients: { type: 'Collection(recipient)', nullable: false },
        uniqueSenders: { type: 'Collection(Edm.String)', nullable: false },
      },
      navigation: ['posts'],
    },
    post: {
      base: 'outlookItem',
      open: true,
      properties: {
        body: { type: 'itemBody', nullable: true },
        conversationId: { type: 'Edm.String', nullable: true },
        conversationThreadId: { type: 'Edm.String', nullable: true },
        from: { type: 'recipient', nullable: false },
        hasAttachments: { type: 'Edm.Boolean', nullable: false },
        newParticipants: { type: 'Collection(recipient)', nullable: false },
        receivedDateTime: { type: 'Edm.DateTimeOffset', nullable: false },
        sender: { type: 'recipient', nullable: true },
      },
      navigation: [
        'attachments',
        'extensions',
        'inReplyTo',
        'multiValueExtendedProperties',
        'singleValueExtendedProperties',
      ],
    },
  },
  enums: {},
};
