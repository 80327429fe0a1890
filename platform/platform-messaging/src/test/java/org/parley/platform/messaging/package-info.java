/** Tests of events on real servers. */
@NullMarked
package org.parley.platform.messaging;

import org.jspecify.annotations.NullMarked;
