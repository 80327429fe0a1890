/** What could not be handled is kept, read, sent again or dropped. */
@NullMarked
package org.parley.platform.events.deadletter;

import org.jspecify.annotations.NullMarked;
