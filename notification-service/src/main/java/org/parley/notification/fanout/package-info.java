/** Notifies all followers of a thread, a category or a tag, page by page. */
@NullMarked
package org.parley.notification.fanout;

import org.jspecify.annotations.NullMarked;
