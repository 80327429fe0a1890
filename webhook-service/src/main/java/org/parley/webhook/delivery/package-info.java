/** Tells subscribers what happened, signed, until they have it. */
@NullMarked
package org.parley.webhook.delivery;

import org.jspecify.annotations.NullMarked;
