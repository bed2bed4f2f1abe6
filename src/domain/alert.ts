/** What operators hear on `{namespace}:alerts`. Never holds a task's text. */
export interface Alert {
  readonly kind: 'task_failed';
  readonly severity: 'warning' | 'error';
  /** What it is about: a task id. */
  readonly subject: string;
  readonly message: string;
  readonly advice: string;
  readonly at: string;
}
