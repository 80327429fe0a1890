/** Domain events: stored with the change, sent after it. */
@NullMarked
package org.parley.platform.events;

import org.jspecify.annotations.NullMarked;
