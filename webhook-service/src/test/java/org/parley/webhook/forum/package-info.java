/** What this service knows of the forum. */
@NullMarked
package org.parley.webhook.forum;

import org.jspecify.annotations.NullMarked;
