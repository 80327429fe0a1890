/** What everybody may read in the forum, as its events say. */
@NullMarked
package org.parley.webhook.forum;

import org.jspecify.annotations.NullMarked;
