/** The service as a whole, on real servers. */
@NullMarked
package org.parley.notification;

import org.jspecify.annotations.NullMarked;
