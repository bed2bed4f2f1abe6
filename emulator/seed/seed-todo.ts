import { toUtcTime } from '../todo/task-body.js';
import type { TodoService } from '../todo/todo-service.js';
import { addTask, defaultListOf, ensureLists } from '../todo/todo-store.js';

const DAY_MS = 86_400_000;

/** Tasks of the first content: whose, what, days until due. */
const SAMPLES = [
  ['Maya Okafor', 'Agenda for the launch stand-up', 0],
  ['Maya Okafor', 'Answer Priya about the quote', 1],
  ['Maya Okafor', 'Book a room for the launch party', undefined],
  ['Jonas Lindqvist', 'Order the test machines', 1],
  ['Jonas Lindqvist', 'Read the report of the last load test', undefined],
  ['Priya Raman', 'Short version of the quote', 1],
  ['Tomás Herrera', 'Screen reader check of the landing page', 2],
  ['Aiko Tanaka', 'Call back the three customers', 0],
  ['Lena Fischer', 'Cost centre for the launch', 3],
] as const;

/** Gives everybody the lists that come with To Do; the first start puts tasks into them. */
export function seedTodo(service: TodoService): void {
  const isFirst = service.todo.lists.size === 0;
  for (const { id } of service.people.values()) ensureLists(service, id);
  service.people.observe((id, _before, after) => {
    if (after !== undefined) ensureLists(service, id);
  });
  if (!isFirst) return;
  for (const [name, title, days] of SAMPLES) {
    const owner = [...service.people.values()].find(({ displayName }) => displayName === name);
    if (owner === undefined) continue;
    const due = days === undefined ? undefined : new Date(service.now().getTime() + days * DAY_MS);
    addTask(
      service,
      defaultListOf(service, owner),
      {
        item: {
          title,
          dueDateTime:
            due === undefined ? null : toUtcTime(`${due.toISOString().slice(0, 10)}T00:00:00`),
        },
      },
      `sample ${title}`,
    );
  }
}
