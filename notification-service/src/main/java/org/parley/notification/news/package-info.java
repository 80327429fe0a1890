/** News about an event, before it is known who receives it. */
@NullMarked
package org.parley.notification.news;

import org.jspecify.annotations.NullMarked;
