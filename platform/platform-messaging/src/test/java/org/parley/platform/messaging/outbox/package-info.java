/** Tests of the outbox and its relay. */
@NullMarked
package org.parley.platform.messaging.outbox;

import org.jspecify.annotations.NullMarked;
