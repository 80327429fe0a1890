/** What others tell, taken in, processed and seen. */
@NullMarked
package org.parley.webhook.receipt;

import org.jspecify.annotations.NullMarked;
