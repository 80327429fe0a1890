/** Summaries that somebody waits for. */
@NullMarked
package org.parley.notification.summary;

import org.jspecify.annotations.NullMarked;
