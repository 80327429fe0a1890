/** What one instance of a service at a time may do. */
@NullMarked
package org.parley.platform.events.cluster;

import org.jspecify.annotations.NullMarked;
