/** What instances of a service share between them. */
@NullMarked
package org.parley.platform.events.cluster;

import org.jspecify.annotations.NullMarked;
