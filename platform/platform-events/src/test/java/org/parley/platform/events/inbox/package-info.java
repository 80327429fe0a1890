/** What is heard takes effect once. */
@NullMarked
package org.parley.platform.events.inbox;

import org.jspecify.annotations.NullMarked;
