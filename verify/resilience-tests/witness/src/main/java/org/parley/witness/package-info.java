/** Consumes and records every event for drills. */
@NullMarked
package org.parley.witness;

import org.jspecify.annotations.NullMarked;
