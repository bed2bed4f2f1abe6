// Cut from schemas/v1.0-Prod.csdl of microsoftgraph/msgraph-metadata by scripts/cut-schema.mjs; do not edit.
// Copyright (c) Microsoft Corporation, MIT License: see NOTICE.md beside this file.
import type { Schema } from './schema.js';

export const searchSchema: Schema = {
  types: {
    searchHit: {
      properties: {
        contentSource: { type: 'Edm.String', nullable: true },
        hitId: { type: 'Edm.String', nullable: true },
        isCollapsed: { type: 'Edm.Boolean', nullable: true },
        rank: { type: 'Edm.Int32', nullable: true },
        resultTemplateId: { type: 'Edm.String', nullable: true },
        summary: { type: 'Edm.String', nullable: true },
      },
      navigation: ['resource'],
    },
    searchHitsContainer: {
      properties: {
        hits: { type: 'Collection(searchHit)', nullable: true },
        moreResultsAvailable: { type: 'Edm.Boolean', nullable: true },
        total: { type: 'Edm.Int32', nullable: true },
      },
      navigation: [],
    },
    searchQuery: {
      properties: {
        queryString: { type: 'Edm.String', nullable: false },
        queryTemplate: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    searchRequest: {
      properties: {
        contentSources: { type: 'Collection(Edm.String)', nullable: true },
        enableTopResults: { type: 'Edm.Boolean', nullable: true },
        entityTypes: { type: 'Collection(entityType)', nullable: true },
        fields: { type: 'Collection(Edm.String)', nullable: true },
        from: { type: 'Edm.Int32', nullable: false },
        query: { type: 'searchQuery', nullable: false },
        region: { type: 'Edm.String', nullable: true },
        size: { type: 'Edm.Int32', nullable: false },
        sortProperties: { type: 'Collection(sortProperty)', nullable: true },
      },
      navigation: [],
    },
    searchResponse: {
      properties: {
        hitsContainers: { type: 'Collection(searchHitsContainer)', nullable: true },
        searchTerms: { type: 'Collection(Edm.String)', nullable: true },
      },
      navigation: [],
    },
    sortProperty: {
      properties: {
        isDescending: { type: 'Edm.Boolean', nullable: true },
        name: { type: 'Edm.String', nullable: false },
      },
      navigation: [],
    },
  },
  enums: {
    entityType: [
      'event',
      'message',
      'driveItem',
      'externalItem',
      'site',
      'list',
      'listItem',
      'drive',
      'unknownFutureValue',
      'chatMessage',
      'person',
      'acronym',
      'bookmark',
    ],
  },
};
