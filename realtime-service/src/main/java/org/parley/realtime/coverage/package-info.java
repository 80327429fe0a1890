/**
 * Knows whether the log has everything that was published before this instance listened.
 */
@NullMarked
package org.parley.realtime.coverage;

import org.jspecify.annotations.NullMarked;
