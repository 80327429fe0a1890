/** Validation of handshakes and the settings of the Socket.IO server. */
@NullMarked
package org.parley.realtime.connection.handshake;

import org.jspecify.annotations.NullMarked;
