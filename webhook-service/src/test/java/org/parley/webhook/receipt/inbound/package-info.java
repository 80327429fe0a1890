@NullMarked
package org.parley.webhook.receipt.inbound;

import org.jspecify.annotations.NullMarked;
