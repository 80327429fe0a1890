/** Domain events: stored with the change, sent after it. */
@NullMarked
package org.parley.platform.messaging;

import org.jspecify.annotations.NullMarked;
