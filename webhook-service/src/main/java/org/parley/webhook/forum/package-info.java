/** What the public may read in the forum. */
@NullMarked
package org.parley.webhook.forum;

import org.jspecify.annotations.NullMarked;
