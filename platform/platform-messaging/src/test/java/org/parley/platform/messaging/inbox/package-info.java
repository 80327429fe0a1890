/** Tests of the inbox. */
@NullMarked
package org.parley.platform.messaging.inbox;

import org.jspecify.annotations.NullMarked;
