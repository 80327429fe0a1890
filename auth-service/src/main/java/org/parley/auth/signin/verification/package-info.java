/** Showing that a mail address is one's own. */
@NullMarked
package org.parley.auth.signin.verification;

import org.jspecify.annotations.NullMarked;
