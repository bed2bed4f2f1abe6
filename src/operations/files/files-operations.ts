import type { Operation } from '../define-operation.js';
import { filesGetLink } from './files-get-link.js';
import { filesListDrives } from './files-list-drives.js';
import { filesList } from './files-list.js';
import { filesReadText } from './files-read-text.js';
import { filesSearch } from './files-search.js';

export const filesOperations: readonly Operation[] = [
  filesListDrives,
  filesList,
  filesSearch,
  filesGetLink,
  filesReadText,
];
