/** Incidents: what was found to be wrong, by which policy and engine; never changed. */
@NullMarked
package org.parley.moderation.incident;

import org.jspecify.annotations.NullMarked;
