/** Addresses to which no optional mails are sent. */
@NullMarked
package org.parley.notification.mail.suppression;

import org.jspecify.annotations.NullMarked;
