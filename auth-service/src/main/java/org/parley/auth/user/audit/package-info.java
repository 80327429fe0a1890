/** The security audit of accounts and sessions. */
@NullMarked
package org.parley.auth.user.audit;

import org.jspecify.annotations.NullMarked;
