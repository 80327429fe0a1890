/** Shutting people out for a while or for good, and letting them in again. */
@NullMarked
package org.parley.auth.ban;

import org.jspecify.annotations.NullMarked;
