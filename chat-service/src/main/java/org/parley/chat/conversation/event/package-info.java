/** The events about conversations and memberships. */
@NullMarked
package org.parley.chat.conversation.event;

import org.jspecify.annotations.NullMarked;
