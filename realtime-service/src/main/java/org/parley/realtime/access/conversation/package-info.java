/** Stores who is a member of which conversation, from the events of chat-service. */
@NullMarked
package org.parley.realtime.access.conversation;

import org.jspecify.annotations.NullMarked;
