/** Events and mails that announce a notification. */
@NullMarked
package org.parley.notification.announcement;

import org.jspecify.annotations.NullMarked;
