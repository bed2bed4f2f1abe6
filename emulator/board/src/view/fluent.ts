/** The Fluent components this page uses; each import defines its element. */
import '@fluentui/web-components/button.js';
import '@fluentui/web-components/dialog.js';
import '@fluentui/web-components/menu-item.js';
import '@fluentui/web-components/menu-list.js';
import '@fluentui/web-components/spinner.js';
import '@fluentui/web-components/text-input.js';
