/** Publishes the events of conversations. */
@NullMarked
package org.parley.realtime.event.chat;

import org.jspecify.annotations.NullMarked;
