/** The Socket.IO server: the only way in. */
@NullMarked
package org.parley.realtime.connection;

import org.jspecify.annotations.NullMarked;
