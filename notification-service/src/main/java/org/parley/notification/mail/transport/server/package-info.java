/** The mail servers of the settings: SMTP, SendGrid and Mailgun. */
@NullMarked
package org.parley.notification.mail.transport.server;

import org.jspecify.annotations.NullMarked;
