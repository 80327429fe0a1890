/** Tests of counters. */
@NullMarked
package org.parley.forum.counter;

import org.jspecify.annotations.NullMarked;
