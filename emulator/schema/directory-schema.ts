// Cut from schemas/v1.0-Prod.csdl of microsoftgraph/msgraph-metadata by scripts/cut-schema.mjs; do not edit.
// Copyright (c) Microsoft Corporation, MIT License: see NOTICE.md beside this file.
import type { Schema } from './schema.js';

export const directorySchema: Schema = {
  types: {
    application: {
      base: 'directoryObject',
      open: true,
      properties: {
        appId: { type: 'Edm.String', nullable: true },
        createdDateTime: { type: 'Edm.DateTimeOffset', nullable: true },
        displayName: { type: 'Edm.String', nullable: true },
        identifierUris: { type: 'Collection(Edm.String)', nullable: false },
        isFallbackPublicClient: { type: 'Edm.Boolean', nullable: true },
        keyCredentials: { type: 'Collection(keyCredential)', nullable: false },
        passwordCredentials: { type: 'Collection(passwordCredential)', nullable: false },
        signInAudience: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    directoryObject: {
      base: 'entity',
      open: true,
      properties: { deletedDateTime: { type: 'Edm.DateTimeOffset', nullable: true } },
      navigation: [],
    },
    entity: { properties: { id: { type: 'Edm.String', nullable: false } }, navigation: [] },
    group: {
      base: 'directoryObject',
      open: true,
      properties: {
        createdDateTime: { type: 'Edm.DateTimeOffset', nullable: true },
        description: { type: 'Edm.String', nullable: true },
        displayName: { type: 'Edm.String', nullable: true },
        groupTypes: { type: 'Collection(Edm.String)', nullable: false },
        mail: { type: 'Edm.String', nullable: true },
        mailEnabled: { type: 'Edm.Boolean', nullable: true },
        mailNickname: { type: 'Edm.String', nullable: true },
        resourceProvisioningOptions: { type: 'Collection(Edm.String)', nullable: false },
        securityEnabled: { type: 'Edm.Boolean', nullable: true },
        visibility: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    keyCredential: {
      properties: {
        customKeyIdentifier: { type: 'Edm.Binary', nullable: true },
        displayName: { type: 'Edm.String', nullable: true },
        endDateTime: { type: 'Edm.DateTimeOffset', nullable: true },
        key: { type: 'Edm.Binary', nullable: true },
        keyId: { type: 'Edm.Guid', nullable: true },
        startDateTime: { type: 'Edm.DateTimeOffset', nullable: true },
        type: { type: 'Edm.String', nullable: true },
        usage: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    passwordCredential: {
      properties: {
        customKeyIdentifier: { type: 'Edm.Binary', nullable: true },
        displayName: { type: 'Edm.String', nullable: true },
        endDateTime: { type: 'Edm.DateTimeOffset', nullable: true },
        hint: { type: 'Edm.String', nullable: true },
        keyId: { type: 'Edm.Guid', nullable: true },
        secretText: { type: 'Edm.String', nullable: true },
        startDateTime: { type: 'Edm.DateTimeOffset', nullable: true },
      },
      navigation: [],
    },
    user: {
      base: 'directoryObject',
      open: true,
      properties: {
        accountEnabled: { type: 'Edm.Boolean', nullable: true },
        businessPhones: { type: 'Collection(Edm.String)', nullable: false },
        createdDateTime: { type: 'Edm.DateTimeOffset', nullable: true },
        department: { type: 'Edm.String', nullable: true },
        displayName: { type: 'Edm.String', nullable: true },
        givenName: { type: 'Edm.String', nullable: true },
        jobTitle: { type: 'Edm.String', nullable: true },
        mail: { type: 'Edm.String', nullable: true },
        mobilePhone: { type: 'Edm.String', nullable: true },
        officeLocation: { type: 'Edm.String', nullable: true },
        preferredLanguage: { type: 'Edm.String', nullable: true },
        surname: { type: 'Edm.String', nullable: true },
        userPrincipalName: { type: 'Edm.String', nullable: true },
        userType: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
  },
  enums: {},
};
