const pattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const guid = new RegExp(`^${pattern}$`, 'i');
/** A person as some services write one: `<object id>@<tenant id>`. */
const inTenant = new RegExp(`^(${pattern})@${pattern}$`, 'i');

/** The id of a directory object is one; its case means nothing. */
export function isGuid(text: string): boolean {
  return guid.test(text);
}

/** The object id alone, where a service wrote a person as `<object id>@<tenant id>`; every other key as it is. */
export function withoutTenant(key: string): string {
  return inTenant.exec(key)?.[1] ?? key;
}
