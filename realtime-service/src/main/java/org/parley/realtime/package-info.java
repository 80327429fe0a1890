/** Pushes live changes to the connected clients over Socket.IO. */
@NullMarked
package org.parley.realtime;

import org.jspecify.annotations.NullMarked;
