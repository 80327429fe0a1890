/** The use cases that write messages. */
@NullMarked
package org.parley.chat.message.write;

import org.jspecify.annotations.NullMarked;
