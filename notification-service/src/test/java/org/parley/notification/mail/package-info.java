/** Mails through a real mail server that goes away and comes back. */
@NullMarked
package org.parley.notification.mail;

import org.jspecify.annotations.NullMarked;
