/** The faults that drills inject. */
@NullMarked
package org.parley.launcher.drill.fault;

import org.jspecify.annotations.NullMarked;
