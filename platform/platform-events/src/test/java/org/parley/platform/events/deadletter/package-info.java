/** What could not be handled is looked after. */
@NullMarked
package org.parley.platform.events.deadletter;

import org.jspecify.annotations.NullMarked;
