/** Personal data of this service, for exports and erasures. */
@NullMarked
package org.parley.realtime.privacy;

import org.jspecify.annotations.NullMarked;
