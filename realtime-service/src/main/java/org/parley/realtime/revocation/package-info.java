/** Ends sockets whose tokens count no more. */
@NullMarked
package org.parley.realtime.revocation;

import org.jspecify.annotations.NullMarked;
