/** Posts that people write by answering mails. */
@NullMarked
package org.parley.notification.mail.reply;

import org.jspecify.annotations.NullMarked;
