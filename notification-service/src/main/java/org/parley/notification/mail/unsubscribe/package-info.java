/** One-click unsubscribing from mails (RFC 8058). */
@NullMarked
package org.parley.notification.mail.unsubscribe;

import org.jspecify.annotations.NullMarked;
