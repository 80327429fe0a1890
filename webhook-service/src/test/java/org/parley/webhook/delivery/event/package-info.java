@NullMarked
package org.parley.webhook.delivery.event;

import org.jspecify.annotations.NullMarked;
