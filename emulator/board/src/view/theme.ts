import { webDarkTheme, webLightTheme } from '@fluentui/tokens';
import { setTheme } from '@fluentui/web-components/theme/index.js';

export type ThemeChoice = 'system' | 'light' | 'dark';

export interface ThemeSwitch {
  readonly choice: ThemeChoice;
  choose(choice: ThemeChoice): void;
}

const storageKey = 'board-theme';

/** Paints Fluent's theme now and whenever the system's preference or the visitor's choice changes. */
export function createThemeSwitch(page: Document, storage: Storage): ThemeSwitch {
  const system = matchMedia('(prefers-color-scheme: dark)');
  let choice = toChoice(storage.getItem(storageKey));

  function paint(): void {
    const isDark = choice === 'dark' || (choice === 'system' && system.matches);
    setTheme(isDark ? { ...webDarkTheme } : { ...webLightTheme });
    page.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }

  system.addEventListener('change', paint);
  paint();
  return {
    get choice() {
      return choice;
    },
    choose(next) {
      choice = next;
      storage.setItem(storageKey, next);
      paint();
    },
  };
}

function toChoice(stored: string | null): ThemeChoice {
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}
