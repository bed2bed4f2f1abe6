import { createTandemClient } from '@tandem/client';
import { html, render } from 'lit';
import { openKeptKey } from './kept-key.js';
import { overviewView } from './overview-view.js';
import { readOverview, type Overview } from './read-overview.js';

const everyMs = 15_000;

/** The front page as it is now: what the page shows without scripts stays, and how things are stands above it. */
function startHome(place: HTMLElement): void {
  const kept = openKeptKey(sessionStorage);
  const client = createTandemClient({ baseUrl: location.origin, key: () => kept.read() });
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts up, so that an answer that comes late is not shown over a newer one. */
  let round = 0;

  const show = (overview: Overview): void => {
    const actions = {
      use(key: string) {
        kept.write(key);
        void refresh();
      },
      forget() {
        kept.forget();
        void refresh();
      },
    };
    render(overviewView(overview, { hasKey: kept.read() !== null, actions }), place);
  };
  const refresh = async (): Promise<void> => {
    clearTimeout(timer);
    round += 1;
    const own = round;
    const overview = await readOverview(client, kept.read() !== null).catch(() => null);
    if (own !== round) return;
    if (overview === null) render(html`<p class="bad">Tandem does not answer.</p>`, place);
    else {
      if (overview.kind === 'key wanted') kept.forget();
      show(overview);
    }
    // Whoever types a key is left alone.
    if (overview?.kind !== 'key wanted') timer = setTimeout(whenSeen, everyMs);
  };
  const whenSeen = (): void => {
    if (document.visibilityState === 'visible') void refresh();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.querySelector('#key') === null) whenSeen();
  });
  void refresh();
}

for (const address of document.querySelectorAll('[data-path]')) {
  address.textContent = location.origin + (address.getAttribute('data-path') ?? '');
}
const place = document.querySelector<HTMLElement>('#overview');
if (place !== null) startHome(place);
