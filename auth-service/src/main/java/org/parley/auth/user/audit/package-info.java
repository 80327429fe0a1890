/** What happened to accounts and sessions, for those who must find out later. */
@NullMarked
package org.parley.auth.user.audit;

import org.jspecify.annotations.NullMarked;
