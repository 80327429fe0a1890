/** Tests of the inbox. */
@NullMarked
package org.parley.platform.events.inbox;

import org.jspecify.annotations.NullMarked;
