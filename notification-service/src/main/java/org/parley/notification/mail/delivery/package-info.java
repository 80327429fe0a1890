/** Composes queued mails and sends them. */
@NullMarked
package org.parley.notification.mail.delivery;

import org.jspecify.annotations.NullMarked;
