/** What may be read by one service alone, and what may not be shown to anybody. */
@NullMarked
package org.parley.platform.events.secret;

import org.jspecify.annotations.NullMarked;
