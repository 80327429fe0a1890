/** Search in the messages of own conversations. */
@NullMarked
package org.parley.chat.message.search;

import org.jspecify.annotations.NullMarked;
