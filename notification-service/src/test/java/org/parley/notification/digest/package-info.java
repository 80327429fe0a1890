/** Digests, on real servers. */
@NullMarked
package org.parley.notification.digest;

import org.jspecify.annotations.NullMarked;
