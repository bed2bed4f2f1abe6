import { readAddress, writeAddress } from './board/board-address.js';
import { createBoardStore } from './board/board-store.js';
import { createLiveUpdates } from './board/live-updates.js';
import { createPlanLoader } from './board/plan-loader.js';
import { createSession } from './board/session.js';
import { createTaskActions } from './board/task-actions.js';
import { createWriteClock } from './board/write-clock.js';
import { createControlClient } from './control/control-client.js';
import { createGraphClient } from './graph/graph-client.js';
import { createPlannerClient } from './graph/planner-client.js';
import './view/fluent.js';
import { createThemeSwitch } from './view/theme.js';
import './view/tandem-board.js';

const personKey = 'board-acting-as';

/** Builds the page's parts and hands them to its one element. */
function start(): void {
  const store = createBoardStore();
  const request = fetch.bind(globalThis);
  const control = createControlClient(request);

  async function getToken(isRefused: boolean): Promise<string> {
    if (isRefused) store.dispatch({ type: 'peopleRead', people: await control.people() });
    const { people, actingAs } = store.state;
    return people.find(({ id }) => id === actingAs)?.accessToken ?? '';
  }

  const planner = createPlannerClient(createGraphClient({ getToken, fetch: request }));
  const services = { store, planner, control };
  const writes = createWriteClock();
  const loader = createPlanLoader(services, writes);
  const session = createSession(services, loader, createLiveUpdates(services, loader), {
    read: () => localStorage.getItem(personKey),
    write: (personId) => localStorage.setItem(personKey, personId),
  });

  const page = document.createElement('tandem-board');
  page.board = {
    store,
    session,
    actions: createTaskActions(services, loader, writes),
    theme: createThemeSwitch(document, localStorage),
    locale: navigator.language,
  };
  document.body.append(page);

  let isFollowing = false;
  store.subscribe(() => {
    const { plan, openTaskId } = store.state;
    if (!isFollowing || plan === null) return;
    document.title = `${plan.title} · Board`;
    const taskId = openTaskId ?? undefined;
    const shown = readAddress(location);
    if ((shown.planId ?? plan.id) === plan.id && shown.taskId === taskId) return;
    history.pushState(null, '', writeAddress({ planId: plan.id, taskId }));
  });

  const follow = async () => {
    isFollowing = false;
    await session.goTo(readAddress(location));
    isFollowing = true;
  };
  addEventListener('popstate', () => void follow());
  addEventListener('hashchange', () => void follow());
  void session.start(readAddress(location)).then(() => {
    isFollowing = true;
  });
}

start();
