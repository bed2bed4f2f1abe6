// Cut from schemas/v1.0-Prod.csdl of microsoftgraph/msgraph-metadata by scripts/cut-schema.mjs; do not edit.
// Copyright (c) Microsoft Corporation, MIT License: see NOTICE.md beside this file.
import type { Schema } from './schema.js';

export const sharedSchema: Schema = {
  types: {
    dateTimeTimeZone: {
      properties: {
        dateTime: { type: 'Edm.String', nullable: false },
        timeZone: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    emailAddress: {
      properties: {
        address: { type: 'Edm.String', nullable: true },
        name: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    entity: { properties: { id: { type: 'Edm.String', nullable: false } }, navigation: [] },
    identity: {
      open: true,
      properties: {
        displayName: { type: 'Edm.String', nullable: true },
        id: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    identitySet: {
      open: true,
      properties: {
        application: { type: 'identity', nullable: true },
        device: { type: 'identity', nullable: true },
        user: { type: 'identity', nullable: true },
      },
      navigation: [],
    },
    itemBody: {
      properties: {
        content: { type: 'Edm.String', nullable: true },
        contentType: { type: 'bodyType', nullable: true },
      },
      navigation: [],
    },
    location: {
      properties: {
        address: { type: 'physicalAddress', nullable: true },
        coordinates: { type: 'outlookGeoCoordinates', nullable: true },
        displayName: { type: 'Edm.String', nullable: true },
        locationEmailAddress: { type: 'Edm.String', nullable: true },
        locationType: { type: 'locationType', nullable: true },
        locationUri: { type: 'Edm.String', nullable: true },
        uniqueId: { type: 'Edm.String', nullable: true },
        uniqueIdType: { type: 'locationUniqueIdType', nullable: true },
      },
      navigation: [],
    },
    outlookGeoCoordinates: {
      properties: {
        accuracy: { type: 'Edm.Double', nullable: true },
        altitude: { type: 'Edm.Double', nullable: true },
        altitudeAccuracy: { type: 'Edm.Double', nullable: true },
        latitude: { type: 'Edm.Double', nullable: true },
        longitude: { type: 'Edm.Double', nullable: true },
      },
      navigation: [],
    },
    outlookItem: {
      base: 'entity',
      properties: {
        categories: { type: 'Collection(Edm.String)', nullable: true },
        changeKey: { type: 'Edm.String', nullable: true },
        createdDateTime: { type: 'Edm.DateTimeOffset', nullable: true },
        lastModifiedDateTime: { type: 'Edm.DateTimeOffset', nullable: true },
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
    phone: {
      properties: {
        language: { type: 'Edm.String', nullable: true },
        number: { type: 'Edm.String', nullable: true },
        region: { type: 'Edm.String', nullable: true },
        type: { type: 'phoneType', nullable: true },
      },
      navigation: [],
    },
    physicalAddress: {
      properties: {
        city: { type: 'Edm.String', nullable: true },
        countryOrRegion: { type: 'Edm.String', nullable: true },
        postalCode: { type: 'Edm.String', nullable: true },
        state: { type: 'Edm.String', nullable: true },
        street: { type: 'Edm.String', nullable: true },
      },
      navigation: [],
    },
    recipient: {
      properties: { emailAddress: { type: 'emailAddress', nullable: true } },
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
    timeSlot: {
      properties: {
        end: { type: 'dateTimeTimeZone', nullable: false },
        start: { type: 'dateTimeTimeZone', nullable: false },
      },
      navigation: [],
    },
    timeZoneBase: { properties: { name: { type: 'Edm.String', nullable: true } }, navigation: [] },
    workingHours: {
      properties: {
        daysOfWeek: { type: 'Collection(dayOfWeek)', nullable: true },
        endTime: { type: 'Edm.TimeOfDay', nullable: true },
        startTime: { type: 'Edm.TimeOfDay', nullable: true },
        timeZone: { type: 'timeZoneBase', nullable: true },
      },
      navigation: [],
    },
  },
  enums: {
    bodyType: ['text', 'html'],
    dayOfWeek: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
    eventType: ['singleInstance', 'occurrence', 'exception', 'seriesMaster'],
    importance: ['low', 'normal', 'high'],
    locationType: [
      'default',
      'conferenceRoom',
      'homeAddress',
      'businessAddress',
      'geoCoordinates',
      'streetAddress',
      'hotel',
      'restaurant',
      'localBusiness',
      'postalAddress',
    ],
    locationUniqueIdType: ['unknown', 'locationStore', 'directory', 'private', 'bing'],
    phoneType: [
      'home',
      'business',
      'mobile',
      'other',
      'assistant',
      'homeFax',
      'businessFax',
      'otherFax',
      'pager',
      'radio',
    ],
    recurrencePatternType: [
      'daily',
      'weekly',
      'absoluteMonthly',
      'relativeMonthly',
      'absoluteYearly',
      'relativeYearly',
    ],
    recurrenceRangeType: ['endDate', 'noEnd', 'numbered'],
    responseType: [
      'none',
      'organizer',
      'tentativelyAccepted',
      'accepted',
      'declined',
      'notResponded',
    ],
    weekIndex: ['first', 'second', 'third', 'fourth', 'last'],
  },
};
