// Cut from schemas/v1.0-Prod.csdl of microsoftgraph/msgraph-metadata by scripts/cut-schema.mjs; do not edit.
// Copyright (c) Microsoft Corporation, MIT License: see NOTICE.md beside this file.
import type { Schema } from './schema.js';

export const notificationSchema: Schema = {
  types: {
    changeNotification: {
      properties: {
        changeType: { type: 'changeType', nullable: false },
        clientState: { type: 'Edm.String', nullable: true },
        encryptedContent: { type: 'changeNotificationEncryptedContent', nullable: true },
        id: { type: 'Edm.String', nullable: true },
        lifecycleEvent: { type: 'lifecycleEventType', nullable: true },
        resource: { type: 'Edm.String', nullable: false },
        resourceData: { type: 'resourceData', nullable: true },
        subscriptionExpirationDateTime: { type: 'Edm.DateTimeOffset', nullable: false },
        subscriptionId: { type: 'Edm.Guid', nullable: false },
        tenantId: { type: 'Edm.Guid', nullable: false },
      },
      navigation: [],
    },
    changeNotificationCollection: {
      properties: {
        validationTokens: { type: 'Collection(Edm.String)', nullable: true },
        value: { type: 'Collection(changeNotification)', nullable: false },
      },
      navigation: [],
    },
    changeNotificationEncryptedContent: {
      properties: {
        data: { type: 'Edm.String', nullable: false },
        dataKey: { type: 'Edm.String', nullable: false },
        dataSignature: { type: 'Edm.String', nullable: false },
        encryptionCertificateId: { type: 'Edm.String', nullable: false },
        encryptionCertificateThumbprint: { type: 'Edm.String', nullable: false },
      },
      navigation: [],
    },
    resourceData: { open: true, properties: {}, navigation: [] },
    subscription: {
      base: 'entity',
      properties: {
        applicationId: { type: 'Edm.String', nullable: true },
        changeType: { type: 'Edm.String', nullable: false },
        clientState: { type: 'Edm.String', nullable: true },
        creatorId: { type: 'Edm.String', nullable: true },
        encryptionCertificate: { type: 'Edm.String', nullable: true },
        encryptionCertificateId: { type: 'Edm.String', nullable: true },
        expirationDateTime: { type: 'Edm.DateTimeOffset', nullable: false },
        includeResourceData: { type: 'Edm.Boolean', nullable: true },
        latestSupportedTlsVersion: { type: 'Edm.String', nullable: true },
        lifecycleNotificationUrl: { type: 'Edm.String', nullable: true },
        notificationQueryOptions: { type: 'Edm.String', nullable: true },
        notificationUrl: { type: 'Edm.String', nullable: false },
        notificationUrlAppId: { type: 'Edm.String', nullable: true },
        resource: { type: 'Edm.String', nullable: false },
      },
      navigation: [],
    },
  },
  enums: {
    changeType: ['created', 'updated', 'deleted'],
    lifecycleEventType: ['missed', 'subscriptionRemoved', 'reauthorizationRequired'],
  },
};
