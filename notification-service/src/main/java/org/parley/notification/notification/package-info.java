/** Stored notifications and the list of each user. */
@NullMarked
package org.parley.notification.notification;

import org.jspecify.annotations.NullMarked;
