/** The mail queue and the mail log. */
@NullMarked
package org.parley.notification.mail;

import org.jspecify.annotations.NullMarked;
