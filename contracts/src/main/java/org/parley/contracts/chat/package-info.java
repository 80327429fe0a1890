/** Events of chat-service. */
@NullMarked
package org.parley.contracts.chat;

import org.jspecify.annotations.NullMarked;
