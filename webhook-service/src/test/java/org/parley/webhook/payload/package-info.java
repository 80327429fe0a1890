/** Secrets that must not be seen. */
@NullMarked
package org.parley.webhook.payload;

import org.jspecify.annotations.NullMarked;
