/** An application whose events nobody has agreed on. */
@NullMarked
package org.parley.platform.events.stray;

import org.jspecify.annotations.NullMarked;
