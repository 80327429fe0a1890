/** Tests of the handling of deliveries. */
@NullMarked
package org.parley.platform.events.inbox.delivery;

import org.jspecify.annotations.NullMarked;
