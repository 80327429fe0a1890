/** Tests of events on real servers. */
@NullMarked
package org.parley.platform.events;

import org.jspecify.annotations.NullMarked;
