/** Stores who may see which social post, from the events of social-service. */
@NullMarked
package org.parley.realtime.access.social;

import org.jspecify.annotations.NullMarked;
