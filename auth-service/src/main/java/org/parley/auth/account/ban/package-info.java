/** Shutting people out for a while or for good, and letting them in again. */
@NullMarked
package org.parley.auth.account.ban;

import org.jspecify.annotations.NullMarked;
