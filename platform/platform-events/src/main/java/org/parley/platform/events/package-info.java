/** Events: what happened, saved with the change and sent after it. */
@NullMarked
package org.parley.platform.events;

import org.jspecify.annotations.NullMarked;
