/** News for many: told page by page, and taken back in the same way. */
@NullMarked
package org.parley.notification.fanout;

import org.jspecify.annotations.NullMarked;
