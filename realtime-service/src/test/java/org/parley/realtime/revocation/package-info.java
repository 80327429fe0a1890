/** Shows that a socket ends with its token. */
@NullMarked
package org.parley.realtime.revocation;

import org.jspecify.annotations.NullMarked;
