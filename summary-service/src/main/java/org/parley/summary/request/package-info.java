/** Requests for summaries, and reading them. */
@NullMarked
package org.parley.summary.request;

import org.jspecify.annotations.NullMarked;
