/** Tests of handshakes. */
@NullMarked
package org.parley.realtime.connection.handshake;

import org.jspecify.annotations.NullMarked;
