// Cut from schemas/v1.0-Prod.csdl of microsoftgraph/msgraph-metadata by scripts/cut-schema.mjs; do not edit.
// Copyright (c) Microsoft Corporation, MIT License: see NOTICE.md beside this file.
import type { Schema } from './schema.js';

export const filesSchema: Schema = {
  types: {
    baseItem: {
      base: 'entity',
      properties: {
        createdBy: { type: 'identitySet', nullable: true },
        createdDateTime: { type: 'Edm.DateTimeOffset', nullable: false },
        description: { type: 'Edm.String', nullable: true },
        eTag: { type: 'Edm.String', nullable: true },
        lastModifiedBy: { type: 'identitySet', nullable: true },
        lastModifiedDateTime: { type: 'Edm.DateTimeOffset', nullable: false },
        name: { type: 'Edm.String', nullable: true },
        parentReference: { type: 'itemReference', nullable: true },
        webUrl: { type: 'Edm.String', nullable: true },
      },
      navigation: ['createdByUser', 'lastModifiedByUser'],
    },
    drive: {
      base: 'baseItem',
      properties: {
        driveType: { type: 'Edm.String', nullable: true },
        owner: { type: 'identitySet', nullable: true },
        quota: { type: 'quota', nullable: true },
      },
      navigation: [],
    },
    driveItem: {
      base: 'baseItem',
      open: true,
      properties: {
        cTag: { type: 'Edm.String', nullable: true },
        file: { type: 'file', nullable: true },
        fileSystemInfo: { type: 'fileSystemInfo', nullable: true },
        folder: { type: 'folder', nullable: true },
        remoteItem: { type: 'remoteItem', nullable: true },
        root: { type: 'root', nullable: true },
        searchResult: { type: 'searchResult', nullable: true },
        size: { type: 'Edm.Int64', nullable: true },
      },
      navigation: [],
    },
    file: {
      properties: {
        hashes: { type: 'hashes', nullable: true },
        mimeType: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    fileSystemInfo: {
      properties: {
        createdDateTime: { type: 'Edm.DateTimeOffset', nullable: true },
        lastAccessedDateTime: { type: 'Edm.DateTimeOffset', nullable: true },
        lastModifiedDateTime: { type: 'Edm.DateTimeOffset', nullable: true },
      },
      navigation: [],
    },
    folder: {
      properties: {
        childCount: { type: 'Edm.Int32', nullable: true },
        view: { type: 'folderView', nullable: true },
      },
      navigation: [],
    },
    folderView: {
      properties: {
        sortBy: { type: 'Edm.String', nullable: true },
        sortOrder: { type: 'Edm.String', nullable: true },
        viewType: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    hashes: {
      properties: {
        crc32Hash: { type: 'Edm.String', nullable: true },
        quickXorHash: { type: 'Edm.String', nullable: true },
        sha1Hash: { type: 'Edm.String', nullable: true },
        sha256Hash: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    itemReference: {
      properties: {
        driveId: { type: 'Edm.String', nullable: true },
        driveType: { type: 'Edm.String', nullable: true },
        id: { type: 'Edm.String', nullable: true },
        name: { type: 'Edm.String', nullable: true },
        path: { type: 'Edm.String', nullable: true },
        shareId: { type: 'Edm.String', nullable: true },
        sharepointIds: { type: 'sharepointIds', nullable: true },
        siteId: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    quota: {
      properties: {
        deleted: { type: 'Edm.Int64', nullable: true },
        remaining: { type: 'Edm.Int64', nullable: true },
        state: { type: 'Edm.String', nullable: true },
        total: { type: 'Edm.Int64', nullable: true },
        used: { type: 'Edm.Int64', nullable: true },
      },
      navigation: [],
    },
    remoteItem: {
      properties: {
        file: { type: 'file', nullable: true },
        folder: { type: 'folder', nullable: true },
        id: { type: 'Edm.String', nullable: true },
        name: { type: 'Edm.String', nullable: true },
        parentReference: { type: 'itemReference', nullable: true },
        size: { type: 'Edm.Int64', nullable: true },
        webUrl: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    root: { properties: {}, navigation: [] },
    searchResult: {
      properties: { onClickTelemetryUrl: { type: 'Edm.String', nullable: true } },
      navigation: [],
    },
    sharepointIds: {
      properties: {
        listId: { type: 'Edm.String', nullable: true },
        listItemId: { type: 'Edm.String', nullable: true },
        listItemUniqueId: { type: 'Edm.String', nullable: true },
        siteId: { type: 'Edm.String', nullable: true },
        siteUrl: { type: 'Edm.String', nullable: true },
        tenantId: { type: 'Edm.String', nullable: true },
        webId: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
  },
  enums: {},
};
