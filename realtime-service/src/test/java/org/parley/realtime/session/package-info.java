/** Tests of sockets without a network. */
@NullMarked
package org.parley.realtime.session;

import org.jspecify.annotations.NullMarked;
