/** Tests of the projections. */
@NullMarked
package org.parley.summary.discussion;

import org.jspecify.annotations.NullMarked;
