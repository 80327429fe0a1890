/** Notifications about social posts, comments, reactions and follows. */
@NullMarked
package org.parley.notification.social;

import org.jspecify.annotations.NullMarked;
