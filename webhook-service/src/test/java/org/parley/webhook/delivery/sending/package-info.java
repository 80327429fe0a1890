@NullMarked
package org.parley.webhook.delivery.sending;

import org.jspecify.annotations.NullMarked;
