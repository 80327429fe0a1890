/** Mails each post to people who want every post of a category. */
@NullMarked
package org.parley.notification.mailinglist;

import org.jspecify.annotations.NullMarked;
