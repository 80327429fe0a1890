/** Consumes events about conversations: who is notified of which unread messages. */
@NullMarked
package org.parley.notification.conversation;

import org.jspecify.annotations.NullMarked;
