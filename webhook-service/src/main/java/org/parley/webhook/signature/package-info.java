/** HMAC signatures and Standard Webhooks secrets. */
@NullMarked
package org.parley.webhook.signature;

import org.jspecify.annotations.NullMarked;
