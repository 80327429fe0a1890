/** What one answer takes, measured through the gateway by clients of our own. */
@NullMarked
package org.parley.launcher.timing;

import org.jspecify.annotations.NullMarked;
