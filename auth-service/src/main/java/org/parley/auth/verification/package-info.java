/** Showing that a mail address is one's own. */
@NullMarked
package org.parley.auth.verification;

import org.jspecify.annotations.NullMarked;
