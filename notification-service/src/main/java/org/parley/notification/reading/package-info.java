/** Notifications are read where their posts are read. */
@NullMarked
package org.parley.notification.reading;

import org.jspecify.annotations.NullMarked;
