/** The sockets of this instance, their identities and limits. */
@NullMarked
package org.parley.realtime.session;

import org.jspecify.annotations.NullMarked;
