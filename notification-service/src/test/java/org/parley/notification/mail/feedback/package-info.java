/** Tests of what providers report about sent mails. */
@NullMarked
package org.parley.notification.mail.feedback;

import org.jspecify.annotations.NullMarked;
