/** Tests of dead letters. */
@NullMarked
package org.parley.platform.events.deadletter;

import org.jspecify.annotations.NullMarked;
