/** How the forum presents itself in mails and on the page to unsubscribe from them. */
@NullMarked
package org.parley.notification.mail.brand;

import org.jspecify.annotations.NullMarked;
