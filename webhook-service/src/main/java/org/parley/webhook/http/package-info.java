/** Requests to addresses that others have chosen. */
@NullMarked
package org.parley.webhook.http;

import org.jspecify.annotations.NullMarked;
