/** Tests of the handling of deliveries. */
@NullMarked
package org.parley.platform.messaging.inbox.delivery;

import org.jspecify.annotations.NullMarked;
