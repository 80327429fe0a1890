/** The projection of the forum that guests can read. */
@NullMarked
package org.parley.webhook.forum;

import org.jspecify.annotations.NullMarked;
