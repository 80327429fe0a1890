/** Records the events that a service publishes. */
@NullMarked
package org.parley.platform.test.event;

import org.jspecify.annotations.NullMarked;
