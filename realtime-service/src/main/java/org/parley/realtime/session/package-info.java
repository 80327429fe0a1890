/** The sockets of this instance, and who is behind each. */
@NullMarked
package org.parley.realtime.session;

import org.jspecify.annotations.NullMarked;
