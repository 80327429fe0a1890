/** Secrets in events: encrypted for one service and masked for administrators. */
@NullMarked
package org.parley.platform.events.secret;

import org.jspecify.annotations.NullMarked;
