/** Mails that people send to this installation, in the forms in which they arrive. */
@NullMarked
package org.parley.webhook.mail.inbound;

import org.jspecify.annotations.NullMarked;
