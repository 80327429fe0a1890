/** Events are saved with the change that they tell of, and sent after it. */
@NullMarked
package org.parley.platform.events.outbox;

import org.jspecify.annotations.NullMarked;
