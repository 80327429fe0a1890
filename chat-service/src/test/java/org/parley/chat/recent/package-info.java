/** Tests of recent history in Redis. */
@NullMarked
package org.parley.chat.recent;

import org.jspecify.annotations.NullMarked;
