/** Personal data of this service, for export and erasure. */
@NullMarked
package org.parley.notification.privacy;

import org.jspecify.annotations.NullMarked;
