/** Our own SMTP server, for installations whose mails come without a provider. */
@NullMarked
package org.parley.webhook.receipt.smtp;

import org.jspecify.annotations.NullMarked;
