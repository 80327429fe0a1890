/** What providers report about mails of this installation. */
@NullMarked
package org.parley.webhook.mail;

import org.jspecify.annotations.NullMarked;
