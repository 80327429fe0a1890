/** Events of others are heard at least once and take effect once. */
@NullMarked
package org.parley.platform.events.inbox;

import org.jspecify.annotations.NullMarked;
