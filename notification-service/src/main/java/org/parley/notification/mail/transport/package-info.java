/** Passes mails to servers, to the next one if one is not available. */
@NullMarked
package org.parley.notification.mail.transport;

import org.jspecify.annotations.NullMarked;
