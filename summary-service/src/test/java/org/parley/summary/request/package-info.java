/** How summaries are asked for and read. */
@NullMarked
package org.parley.summary.request;

import org.jspecify.annotations.NullMarked;
