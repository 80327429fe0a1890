/** Consumes queues and sends messages with confirms. */
@NullMarked
package org.parley.platform.messaging.queue;

import org.jspecify.annotations.NullMarked;
