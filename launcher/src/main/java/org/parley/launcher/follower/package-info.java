/** Socket.IO clients that follow threads during faults. */
@NullMarked
package org.parley.launcher.follower;

import org.jspecify.annotations.NullMarked;
