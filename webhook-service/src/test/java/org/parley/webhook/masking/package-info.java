/** Secrets that must not be seen. */
@NullMarked
package org.parley.webhook.masking;

import org.jspecify.annotations.NullMarked;
