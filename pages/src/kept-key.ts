const name = 'tandem-key';

/** The key of the one who looks: kept until the tab is closed, and only in this tab. */
export interface KeptKey {
  read(): string | null;
  write(key: string): void;
  forget(): void;
}

export function openKeptKey(storage: Storage): KeptKey {
  return {
    read: () => storage.getItem(name),
    write: (key) => storage.setItem(name, key),
    forget: () => storage.removeItem(name),
  };
}
