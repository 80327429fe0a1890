/** Tests of dead letters. */
@NullMarked
package org.parley.platform.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
