/** Tests of reports about mails. */
@NullMarked
package org.parley.webhook.mail;

import org.jspecify.annotations.NullMarked;
