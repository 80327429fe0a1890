/** Closes sockets whose tokens are revoked. */
@NullMarked
package org.parley.realtime.revocation;

import org.jspecify.annotations.NullMarked;
