/** Says and hears events at a given rate, to measure the way between. */
@NullMarked
package org.parley.eventbench;

import org.jspecify.annotations.NullMarked;
