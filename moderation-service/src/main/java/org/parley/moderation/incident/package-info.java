/**
 * Incidents: what was found to be wrong, by which policy and engine; only where the post
 * is changes.
 */
@NullMarked
package org.parley.moderation.incident;

import org.jspecify.annotations.NullMarked;
