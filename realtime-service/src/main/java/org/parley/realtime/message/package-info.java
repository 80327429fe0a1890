/** Sends messages for users, through chat-service. */
@NullMarked
package org.parley.realtime.message;

import org.jspecify.annotations.NullMarked;
