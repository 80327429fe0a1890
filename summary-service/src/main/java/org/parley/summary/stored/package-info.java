/**
 * The summaries that there are, for as long as all that they rest on still says the same.
 */
@NullMarked
package org.parley.summary.stored;

import org.jspecify.annotations.NullMarked;
