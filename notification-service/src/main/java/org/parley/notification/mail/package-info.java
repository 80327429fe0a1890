/** Mails: kept with the change that causes them, sent once. */
@NullMarked
package org.parley.notification.mail;

import org.jspecify.annotations.NullMarked;
