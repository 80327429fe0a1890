/** Maps events of forum-service to webhook messages. */
@NullMarked
package org.parley.webhook.delivery.event;

import org.jspecify.annotations.NullMarked;
