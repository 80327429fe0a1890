/** Notification preferences of each user. */
@NullMarked
package org.parley.notification.preference;

import org.jspecify.annotations.NullMarked;
