/** Consumes events about requested summaries. */
@NullMarked
package org.parley.notification.summary;

import org.jspecify.annotations.NullMarked;
