/** The removal of old messages. */
@NullMarked
package org.parley.chat.retention;

import org.jspecify.annotations.NullMarked;
