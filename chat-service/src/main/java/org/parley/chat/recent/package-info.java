/** Recent history in Redis: exact while the database answers, and readable without it. */
@NullMarked
package org.parley.chat.recent;

import org.jspecify.annotations.NullMarked;
