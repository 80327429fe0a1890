/** Events about the delivery of mails, and posts that people write by mail. */
@NullMarked
package org.parley.contracts.mail;

import org.jspecify.annotations.NullMarked;
