/** The use cases that change conversations and memberships. */
@NullMarked
package org.parley.chat.conversation.change;

import org.jspecify.annotations.NullMarked;
