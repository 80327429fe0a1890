/** References to posts, messages, places and authors, as in events. */
@NullMarked
package org.parley.moderation.subject;

import org.jspecify.annotations.NullMarked;
