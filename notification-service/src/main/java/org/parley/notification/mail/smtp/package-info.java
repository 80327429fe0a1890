/** The SMTP client. */
@NullMarked
package org.parley.notification.mail.smtp;

import org.jspecify.annotations.NullMarked;
