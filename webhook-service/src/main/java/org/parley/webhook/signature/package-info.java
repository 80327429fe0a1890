/** Signatures by HMAC, ours and those of others. */
@NullMarked
package org.parley.webhook.signature;

import org.jspecify.annotations.NullMarked;
