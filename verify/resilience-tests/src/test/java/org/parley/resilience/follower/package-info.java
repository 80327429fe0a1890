/** Socket.IO clients that follow threads during faults. */
@NullMarked
package org.parley.resilience.follower;

import org.jspecify.annotations.NullMarked;
