/** Conversations as their members see them, with the last message and unread counts. */
@NullMarked
package org.parley.chat.overview;

import org.jspecify.annotations.NullMarked;
