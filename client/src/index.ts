export {
  createTandemClient,
  type TandemClient,
  type TandemClientOptions,
} from './tandem-client.js';
export { TandemError, valueOf, type Problem } from './tandem-error.js';
export type { components, paths } from './schema.js';
