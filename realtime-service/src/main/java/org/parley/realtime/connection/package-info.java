/** The Socket.IO server and the handling of client requests. */
@NullMarked
package org.parley.realtime.connection;

import org.jspecify.annotations.NullMarked;
