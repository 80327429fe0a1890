/** Generated users, threads and posts for trials and measurements. */
@NullMarked
package org.parley.seed;

import org.jspecify.annotations.NullMarked;
