/** Tests of leases and loops. */
@NullMarked
package org.parley.platform.events.cluster;

import org.jspecify.annotations.NullMarked;
