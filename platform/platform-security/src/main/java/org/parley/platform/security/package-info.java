/** Who calls, and what they may do: every service verifies tokens itself. */
@NullMarked
package org.parley.platform.security;

import org.jspecify.annotations.NullMarked;
