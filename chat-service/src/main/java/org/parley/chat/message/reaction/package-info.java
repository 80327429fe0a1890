/** Reactions to messages. */
@NullMarked
package org.parley.chat.message.reaction;

import org.jspecify.annotations.NullMarked;
