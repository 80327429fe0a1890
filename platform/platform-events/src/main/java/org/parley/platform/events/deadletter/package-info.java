/** Dead letters: stored, read, replayed or deleted. */
@NullMarked
package org.parley.platform.events.deadletter;

import org.jspecify.annotations.NullMarked;
