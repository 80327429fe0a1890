/** Dead letters: stored, read, replayed or deleted. */
@NullMarked
package org.parley.platform.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
