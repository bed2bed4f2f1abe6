import { DemoError } from './options.js';

/** A person at the emulator's board: the same Graph routes that the board page uses. */
export interface Person {
  readonly name: string;
  /** Answers when Planner has accepted the changes. */
  edit(plannerId: string, changes: Readonly<Record<string, unknown>>): Promise<void>;
}

interface PersonEntry {
  readonly displayName: string;
  readonly accessToken: string;
}

/** Throws DemoError where the board is no emulator's: nobody can be played in a real tenant. */
export async function findPerson(boardUrl: URL | null): Promise<Person> {
  if (boardUrl === null) {
    throw new DemoError("--auto needs the emulator's board: say where it is with --board.");
  }
  const { people } = await getJson<{ people: PersonEntry[] }>(new URL('/control/people', boardUrl));
  const [person] = people;
  if (person === undefined) throw new DemoError(`The board at ${boardUrl.href} has no people.`);
  const headers = { Authorization: `Bearer ${person.accessToken}` };
  return {
    name: person.displayName,
    async edit(plannerId, changes) {
      const url = new URL(`/v1.0/planner/tasks/${encodeURIComponent(plannerId)}`, boardUrl);
      const task = await getJson<{ '@odata.etag': string }>(url, headers);
      const response = await fetch(url, {
        method: 'PATCH',
        headers: {
          ...headers,
          'Content-Type': 'application/json',
          'If-Match': task['@odata.etag'],
        },
        body: JSON.stringify(changes),
      });
      if (!response.ok) {
        throw new DemoError(
          `The board refused the edit: ${response.status} ${await response.text()}`,
        );
      }
    },
  };
}

async function getJson<T>(url: URL, headers: Record<string, string> = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { headers });
  } catch {
    throw new DemoError(
      `Nothing answers at ${url.origin}. --auto plays the person on the emulator's board: start it with npm start, or say where it is with --board.`,
    );
  }
  if (!response.ok) throw new DemoError(`${url.href} answered ${response.status}`);
  return (await response.json()) as T;
}
