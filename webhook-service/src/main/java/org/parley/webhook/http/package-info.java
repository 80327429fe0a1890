/** HTTP client for addresses that others choose. */
@NullMarked
package org.parley.webhook.http;

import org.jspecify.annotations.NullMarked;
