/** Taking messages from queues, and sending where a message must arrive. */
@NullMarked
package org.parley.platform.events.queue;

import org.jspecify.annotations.NullMarked;
