/** Tests of chat-service. */
@NullMarked
package org.parley.chat;

import org.jspecify.annotations.NullMarked;
