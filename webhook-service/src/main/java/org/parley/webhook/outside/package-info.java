/** Requests to addresses that others have chosen. */
@NullMarked
package org.parley.webhook.outside;

import org.jspecify.annotations.NullMarked;
