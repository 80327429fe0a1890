/** The witness of a drill: its process, its database and its snapshots. */
@NullMarked
package org.parley.resilience.witness;

import org.jspecify.annotations.NullMarked;
