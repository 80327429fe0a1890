/** The events about messages. */
@NullMarked
package org.parley.chat.message.event;

import org.jspecify.annotations.NullMarked;
