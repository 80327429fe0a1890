/** Tests of the outbox and its relay. */
@NullMarked
package org.parley.platform.events.outbox;

import org.jspecify.annotations.NullMarked;
