import { activityStyles } from './activity-styles.js';
import { cardStyles } from './card-styles.js';
import { columnStyles } from './column-styles.js';
import { controlStyles } from './control-styles.js';
import { dialogStyles } from './dialog-styles.js';
import { headerStyles } from './header-styles.js';
import { pageStyles } from './page-styles.js';

/** All styles of the board's one shadow root, from general to particular. */
export const boardStyles = [
  pageStyles,
  controlStyles,
  headerStyles,
  columnStyles,
  cardStyles,
  dialogStyles,
  activityStyles,
];
