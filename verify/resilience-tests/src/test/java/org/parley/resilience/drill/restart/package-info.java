/** Drills of planned stops: rolling restarts, and backups that are restored. */
@NullMarked
package org.parley.resilience.drill.restart;

import org.jspecify.annotations.NullMarked;
