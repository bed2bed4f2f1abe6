import type { FilesService } from '../files/files-service.js';
import { ensureDrive, saveItem } from '../files/files-store.js';
import { SAMPLE_FILES } from './documents/sample-files.js';

const DAY_MS = 86_400_000;

/** Gives everybody and every group a drive; the first start puts documents into them. */
export function seedFiles(service: FilesService): void {
  const isFirst = service.files.drives.size === 0;
  for (const { id } of service.people.values()) ensureDrive(service, { kind: 'person', id });
  for (const { id } of service.groups.values()) ensureDrive(service, { kind: 'group', id });
  service.people.observe((id, _before, after) => {
    if (after !== undefined) ensureDrive(service, { kind: 'person', id });
  });
  service.groups.observe((id, _before, after) => {
    if (after !== undefined) ensureDrive(service, { kind: 'group', id });
  });
  if (!isFirst) return;
  for (const { drive: name, path, by, daysAgo, content } of SAMPLE_FILES) {
    const owner = ownerCalled(service, name);
    const author = ownerCalled(service, by);
    if (owner === undefined || author === undefined) continue;
    const at = new Date(service.now().getTime() - daysAgo * DAY_MS);
    saveItem(service, ensureDrive(service, owner), { path, byId: author.id, at, content });
  }
}

function ownerCalled(service: FilesService, name: string) {
  const isCalled = ({ displayName }: { readonly displayName: string }) => displayName === name;
  const person = [...service.people.values()].find(isCalled);
  if (person !== undefined) return { kind: 'person', id: person.id } as const;
  const group = [...service.groups.values()].find(isCalled);
  return group === undefined ? undefined : ({ kind: 'group', id: group.id } as const);
}
