/** Tests of messages. */
@NullMarked
package org.parley.chat.message;

import org.jspecify.annotations.NullMarked;
