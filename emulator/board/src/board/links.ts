import { fromReferenceKey, toReferenceKey } from '../graph/reference-key.js';
import type { DetailsPatch, GraphTaskDetails } from '../graph/shapes.js';

const referenceType = { '@odata.type': '#microsoft.graph.plannerExternalReference' } as const;

export interface Link {
  readonly url: string;
  readonly name: string;
}

export function links(details: GraphTaskDetails): readonly Link[] {
  return Object.entries(details.references).map(([key, reference]) => {
    const url = fromReferenceKey(key);
    const alias = reference.alias?.trim();
    return { url, name: alias === undefined || alias === '' ? url : alias };
  });
}

export function addLink(url: string, name: string): DetailsPatch {
  const alias = name.trim() === '' ? url : name.trim();
  return {
    references: {
      [toReferenceKey(url)]: { ...referenceType, alias, type: 'Other', previewPriority: ' !' },
    },
  };
}

export function removeLink(url: string): DetailsPatch {
  return { references: { [toReferenceKey(url)]: null } };
}
