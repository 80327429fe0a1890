/** News for many: told page by page, and taken back in the same way. */
@NullMarked
package org.parley.notification.round;

import org.jspecify.annotations.NullMarked;
