/**
 * Incidents: the findings of checks, with policy and engine. Only their location changes.
 */
@NullMarked
package org.parley.moderation.incident;

import org.jspecify.annotations.NullMarked;
