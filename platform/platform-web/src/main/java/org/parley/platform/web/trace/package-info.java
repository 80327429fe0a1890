/** Spans of work that no library observes. */
@NullMarked
package org.parley.platform.web.trace;

import org.jspecify.annotations.NullMarked;
