/** What others have told: taken in, processed and kept for a while. */
@NullMarked
package org.parley.webhook.receipt;

import org.jspecify.annotations.NullMarked;
