/**
 * Secrets, generated and hashed; in events they are encrypted for one service and masked
 * for administrators.
 */
@NullMarked
package org.parley.platform.messaging.secret;

import org.jspecify.annotations.NullMarked;
