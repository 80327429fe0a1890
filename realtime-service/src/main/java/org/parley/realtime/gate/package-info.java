/** The Socket.IO server: the only way in. */
@NullMarked
package org.parley.realtime.gate;

import org.jspecify.annotations.NullMarked;
