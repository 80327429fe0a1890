/** Queues are listened to in order. */
@NullMarked
package org.parley.platform.events.queue;

import org.jspecify.annotations.NullMarked;
