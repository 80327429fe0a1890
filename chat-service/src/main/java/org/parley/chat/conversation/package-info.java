/** Conversations and their members. */
@NullMarked
package org.parley.chat.conversation;

import org.jspecify.annotations.NullMarked;
